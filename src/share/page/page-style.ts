/** The look of a shared page: light, because it is printed and projected; A4 without cut charts. */
export const PAGE_STYLE = `
:root{--ink:#1c2128;--ink-2:#57606a;--ink-3:#626a74;--line:#e1e4e8;--line-strong:#cbd1d8;--accent:#2f5fe0;--good:#18774a;--bad:#b3372f;--warn:#8a5a00;--c0:#8b949e;--c1:#2f5fe0}
*{box-sizing:border-box}
body{margin:0;background:#f3f4f6;color:var(--ink);font:14px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:1040px;margin:28px auto;padding:28px 40px;background:#fff;border:1px solid var(--line);border-radius:10px}
h1{font-size:28px;line-height:1.2;letter-spacing:-.01em;margin:4px 0 8px}h2{font-size:20px;margin:22px 0 6px}h3{font-size:15px;margin:16px 0 4px}
.prose :is(p,ul,ol,blockquote){max-width:68ch;margin:0 0 8px;text-wrap:pretty}.prose img{max-width:100%}
.prose blockquote{padding-left:12px;border-left:2px solid var(--line-strong);color:var(--ink-2)}
.prose pre{padding:10px 12px;background:#f3f4f6;border-radius:6px;overflow-x:auto}
a{color:var(--accent)}
section{margin:14px 0;break-inside:avoid-page}
.analysis{border:1px solid var(--line);border-radius:10px;padding:12px 0;break-inside:auto}
.analysis>*{margin-left:16px;margin-right:16px}.analysis>.scroll{margin-left:0;margin-right:0}
.checks{display:flex;flex-wrap:wrap;gap:6px;list-style:none;padding:0;margin-top:0}
.checks li{font-size:12px;padding:1px 9px;border-radius:999px;background:#f3f4f6;color:var(--ink-2)}
.checks .good{background:#e3f4ea;color:var(--good)}.checks .warn{background:#fdf2d9;color:var(--warn)}.checks .bad{background:#fbe9e7;color:var(--bad)}
.answer{font-size:20px;line-height:1.35;font-weight:600;margin-top:8px;margin-bottom:6px;text-wrap:pretty}
.notes{list-style:none;padding:0;color:var(--ink-2)}.notes .warn{color:var(--warn)}.notes .bad{color:var(--bad)}
.scroll{overflow-x:auto}tr{break-inside:avoid}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:13px}
th{font-weight:500;font-size:12px;color:var(--ink-2);text-align:right;padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:bottom}
td{text-align:right;padding:8px;border-bottom:1px solid var(--line);white-space:nowrap}
tr:last-child td{border-bottom:0}
.text,th:first-child,td:first-child{text-align:left;white-space:normal}.analysis th:first-child{width:15%;min-width:116px}td small{white-space:normal;text-wrap:balance}td .whole{white-space:nowrap}.plot{width:1px}
.analysis :is(th,td):first-child{padding-left:16px}.analysis :is(th,td):last-child{padding-right:16px}
.prose table{width:auto}.prose :is(th,td){text-align:left;padding:6px 16px 6px 0}.prose [align=right]{text-align:right}
small{display:block;color:var(--ink-3);font-size:11px}
b.good{color:var(--good)}b.bad{color:var(--bad)}b.warn{color:var(--warn)}b{font-weight:600}
th svg text{fill:var(--ink-2);font-size:11px}
.interval{display:block;--mark:var(--c0)}.interval.clear{--mark:var(--c1)}
.zero{stroke:var(--line-strong)}.mark{stroke:var(--ink-3);stroke-dasharray:2 3}
.outer{stroke:var(--mark);stroke-opacity:.35;stroke-width:1.5}.inner{stroke:var(--mark);stroke-width:4}
.interval :is(circle,.cut){fill:var(--mark)}
figure{margin:14px 0;break-inside:avoid}figcaption{font-size:12px;color:var(--ink-2);font-weight:600;margin-bottom:4px}
.drawing{overflow-x:auto}.drawing svg{max-width:100%;height:auto}
.tooltip{position:fixed;z-index:9;max-width:320px;padding:6px 10px;white-space:pre-line;font-size:12px;background:#fff;border:1px solid var(--line-strong);border-radius:6px;box-shadow:0 2px 6px rgb(27 31 36/10%);pointer-events:none}
details{margin-top:8px;font-size:13px}summary{color:var(--ink-2);cursor:pointer}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;font-size:12px}dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}
.caption{font-size:12px;color:var(--ink-3);margin:2px 0}.big{font-size:34px;font-weight:600;line-height:1.15;margin:0;font-variant-numeric:tabular-nums}
p.note{border-left:3px solid var(--warn);padding:4px 12px;background:#fdf2d9}
.problem{color:var(--bad)}.live{font-variant-numeric:tabular-nums}.stale{text-decoration:underline var(--warn)}
footer{max-width:1040px;margin:0 auto 32px;padding:0 40px;color:var(--ink-3);font-size:12px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:700px){main{margin:0;padding:16px;border:0;border-radius:0}}
@page{size:A4;margin:14mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#626a74}}
@media print{body{background:#fff}main{border:0;margin:0;padding:0;max-width:none}footer{padding:12px 0}h1,h2,h3{break-after:avoid}.scroll{zoom:.74;overflow:visible}.scroll .text{min-width:104px}table:has(.text~.text~.text) .plot{display:none}.drawing{overflow:visible}.answer,.checks{break-after:avoid}details::details-content{content-visibility:visible;display:block}summary{list-style:none;font-weight:600;break-after:avoid}summary::marker{content:none}}
`.replaceAll('\n', '');
