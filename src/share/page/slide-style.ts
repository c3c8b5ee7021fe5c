/** What slides on paper look like besides the page's own look: one to a page of 16:9, with a foot. */
export const SLIDE_STYLE = `
@page{size:1280px 720px;margin:0;@bottom-right{content:none}}
body{background:#fff}
.slide{width:1280px;height:720px;margin:0;display:flex;flex-direction:column;overflow:hidden;break-after:page;break-inside:avoid;background:#fff}
.slide:last-child{break-after:auto}
.room{flex:1;min-height:0;margin:44px 64px 8px;overflow:hidden}
.content{width:calc(100% / var(--scale,1));transform:scale(var(--scale,1));transform-origin:0 0;font-size:18px}
.content h1{font-size:44px}.content h2{font-size:32px;margin-top:0}.content .prose{font-size:20px}
.content section{margin:10px 0}.content .scroll{zoom:1;overflow:visible}.content :is(th,td){padding-top:4px;padding-bottom:4px}.content table{font-size:15px}
.content .notes .note,.content details,.content figure~figure{display:none}
.slide footer{display:flex;justify-content:space-between;gap:24px;max-width:none;margin:0;padding:0 64px 18px;font-size:13px}
@media print{.slide footer{padding:0 64px 18px}}
`.replaceAll('\n', '');
