import { keepingWords } from './keeping-words';
import { privacyWords } from './privacy-words';
import type { interfaceWords as english } from '../en/interface';
import { cellWords } from './cells';
import { sharingWords } from './sharing';
import { viewWords } from './views';
import { writtenCellWords } from './written-cells';

/** What the workbench and the command line say, in Simplified Chinese. */
export const interfaceWords: typeof english = {
  appName: 'Liftbook',
  cells: cellWords,
  written: writtenCellWords,
  views: viewWords,
  sharing: sharingWords,
  framed: 'Liftbook 不能嵌在其他网页里使用，请在单独的标签页中打开。',
  commands: {
    'file.new': '新建笔记本',
    'file.open': '打开文件…',
    'file.openFolder': '打开文件夹…',
    'file.save': '保存',
    'file.saveAs': '另存为…',
    'file.exportPage': '导出为独立网页…',
    'file.keepResults': '把结果保存在文件中',
    'file.dropResults': '从文件中移除结果',
    'file.versions': '此笔记本的历史版本…',
    'file.close': '关闭标签页',
    'edit.undo': '撤销',
    'edit.redo': '重做',
    'view.palette': '显示所有命令',
    'view.quickOpen': '转到文件、单元格或列…',
    'view.goToCell': '转到单元格…',
    'view.explorer': '资源管理器',
    'view.outline': '大纲',
    'view.data': '数据',
    'view.search': '查找和替换',
    'view.experiments': '实验',
    'view.sideBar': '显示或隐藏侧边栏',
    'view.inspector': '显示或隐藏检查器',
    'view.panel': '显示或隐藏面板',
    'view.problems': '问题',
    'view.log': '日志',
    'view.nextProblem': '下一个问题',
    'view.previousProblem': '上一个问题',
    'view.nextRegion': '下一个区域',
    'view.previousRegion': '上一个区域',
    'view.nextTab': '下一个标签页',
    'view.previousTab': '上一个标签页',
    'view.notebook': '以笔记本显示',
    'view.dashboard': '以看板显示',
    'view.source': '以源文本显示',
    'view.compareSaved': '与已保存的内容比较',
    'view.compareOther': '与另一个打开的笔记本比较…',
    'view.themeSystem': '主题：跟随系统',
    'view.themeLight': '主题：浅色',
    'view.themeDark': '主题：深色',
    'view.themeContrast': '主题：高对比度',
    'view.toggleTheme': '在浅色与深色之间切换',
    'view.settings': '设置',
    'view.english': 'Language: English',
    'view.chinese': '语言：简体中文',
    'run.present': '放映',
    'run.presentHere': '从此单元格开始放映',
    'run.stale': '运行过期的单元格',
    'run.all': '运行所有单元格',
    'run.cancel': '取消运行',
    'run.freezePlan': '冻结计划',
    'help.welcome': '欢迎页',
    'help.howItWorks': '计算方法',
    'help.shortcuts': '键盘快捷键',
    'help.erase': '清除此浏览器中保存的全部内容…',
  },
  menus: { file: '文件', edit: '编辑', view: '查看', run: '运行', help: '帮助', name: '菜单' },
  regions: {
    title: '标题栏',
    views: '视图',
    side: '侧边栏',
    editor: '编辑区',
    inspector: '检查器',
    panel: '面板',
    status: '状态栏',
    resize: (region) => `${region}的宽度`,
    resizePanel: '面板的高度',
    close: '关闭',
  },
  titleBar: {
    search: '搜索命令、单元格、列',
    unsaved: '有未保存的更改',
    settings: '设置',
    share: '分享',
  },
  tabs: {
    name: '打开的标签页',
    welcome: '欢迎',
    importing: (file) => `导入 ${file}`,
    close: (name) => `关闭 ${name}`,
  },
  notebookBar: {
    name: '笔记本工具',
    runStale: (count) => `运行过期项（${count}）`,
    upToDate: '已是最新',
    nothingToRun: '没有可运行的内容',
    running: '取消',
    addCell: '单元格',
    view: '笔记本的视图',
    notebook: '笔记本',
    dashboard: '看板',
    diff: '更改',
    source: '源文本',
    sourceLabel: (name) => `${name} 的源文本`,
    empty: '没有选中任何内容。点击一个单元格，即可在此查看它的设置。',
  },
  explorer: {
    open: '已打开',
    files: '手边的数据文件',
    samples: '示例',
  },
  outline: {
    empty: '打开笔记本后，这里会列出标题和单元格。',
    states: {
      waiting: '等待中',
      running: '运行中',
      done: '完成',
      stale: '已过期',
      blocked: '受阻',
      problem: '有问题',
      bug: '出错',
      snapshot: '已存结果',
    },
    decisions: {
      ship: '上线',
      'do-not-ship': '不上线',
      'keep-running': '继续跑',
      'not-trusted': '不可信',
      'no-effect': '无效果',
      inconclusive: '不明确',
    },
    types: {
      source: '数据',
      input: '输入',
      definitions: '指标定义',
      transform: '转换',
      analysis: '分析',
      segment: '分群',
      chart: '图表',
      metric: '指标',
      layout: '布局',
      note: '批注',
      conflict: '冲突',
      prose: '文字',
    },
  },
  dataView: {
    empty: '还没有数据。把文件拖到任意位置即可读取。',
    rows: (rows) => `${rows} 行`,
    users: (users) => `${users} 个用户`,
    distinct: (count) => `${count} 种`,
    missing: (share) => `${share} 为空`,
    private: '私密',
    kinds: { number: '数字', time: '时间', text: '文本', flag: '是否' },
  },
  panel: {
    problems: '问题',
    log: '日志',
    noProblems: '没有问题。',
    noLog: '还没有任何记录。',
    views: '面板视图',
    line: (line, column) =>
      column === undefined ? `第 ${line} 行` : `第 ${line} 行第 ${column} 列`,
  },
  status: {
    kept: (time) => `已暂存于本浏览器 ${time}`,
    keptDetail: '浏览器崩溃时，未保存的修改不会丢失。它们尚未写入文件。',
    local: '仅在本机，未上传任何内容',
    localDetail: '您的数据只由这个标签页读取。显示“可离线使用”之后，应用不会再发出任何网络请求。',
    stale: (count) => `${count} 项已过期 – 运行`,
    running: '运行中…',
    upToDate: '已是最新',
    matches: (source) => `${source}：同一文件`,
    differs: (source) => `${source}：与保存笔记本时的文件不同`,
    rows: (rows) => `${rows} 行`,
    problems: (count) => `${count} 个问题`,
    zone: (zone) => `笔记本的时区：${zone}`,
    memory: '此页面的脚本内存；数据行另存于引擎中。',
    ready: '可离线使用',
    readyDetail: '应用的所有部分都已就绪：断网后仍可继续使用。',
    language: 'EN',
    languageDetail: 'Switch to English',
    dark: '切换到深色',
    light: '切换到浅色',
  },
  palette: {
    name: '命令与位置',
    commands: '输入命令',
    places: '输入文件名；@ 查单元格，# 查列，> 查命令，? 看帮助',
    nothing: '没有匹配项。',
    help: [
      ['', '文件和笔记本'],
      ['>', '命令'],
      ['@', '此笔记本的单元格'],
      ['#', '数据的列'],
    ],
    results: (count) => `${count} 项结果`,
  },
  help: {
    close: '关闭',
    nothing: (kind) => `没有关于“${kind}”的说明。`,
  },
  shortcuts: {
    title: '键盘快捷键',
    find: '查找命令',
    close: '关闭',
  },
  welcome: {
    title: 'Liftbook',
    lead: '实验赢了吗？谁回来了？用户在哪一步流失？用您自己的文件得出答案，全部在这个标签页内完成。',
    start: '开始',
    newNotebook: '新建笔记本',
    openFile: '打开文件…',
    openFolder: '打开文件夹…',
    drop: '或把文件拖到此页面的任意位置',
    dropKinds:
      '笔记本（.lift.md）和数据：CSV、NDJSON、JSON、Parquet、Arrow、Excel，也可以是 gzip 压缩的',
    recent: '最近',
    noRecent: '您打开或保存过的笔记本会列在这里。',
    noHandles: '此浏览器无法自行重新打开文件。请打开文件或拖放到此处；下面保留其名称。',
    questions: '从一个问题开始',
    questionsDetail: '每个问题都会打开一份基于示例数据、已计算好的笔记本。',
    local: '不上传任何内容：没有服务器，没有账号，没有跟踪。',
  },
  questions: {
    experiment: {
      title: '我的实验赢了吗？',
      detail: '从事件数据看 A/B 实验：分流是否可靠，变化了什么，该如何决定。',
    },
    power: {
      title: '我的实验要运行多久？',
      detail: '从自己的数据或手填的数字得出用户数、天数和能发现的最小变化。',
    },
    funnel: {
      title: '用户在哪里流失？',
      detail: '从访问到购买逐步查看，按平台比较，并找出放弃者的共同点。',
    },
    retention: {
      title: '他们还会回来吗？',
      detail: '按周的同期群、各渠道的比较，以及谁来得最频繁，均带区间。',
    },
    leaving: {
      title: '谁快要流失？',
      detail: '经过历史检验的健康指数、沉默多久算流失，以及一份召回名单。',
    },
    lifecycle: {
      title: '用户群在增长吗？',
      detail: '每周谁是新增、谁回来了、谁沉默了，附速动比率。',
    },
    monitor: {
      title: '活跃是否连续两周下降？',
      detail: '对每周访客设一条规则：何时会触发、误报多少，以及变化来自哪里。',
    },
    paths: {
      title: '用户走哪条路？',
      detail: '两个事件之间逐步做了什么，各组有何不同。',
    },
    promo: {
      title: '是券在起作用，还是产品？',
      detail: '谁只用促销购买，一次促销在之后几周带来了什么，以及谁会再买。',
    },
    attribution: {
      title: '哪个渠道该记功？',
      detail: '多个模型并排比较，附区间与花费，并指出它们在哪里分歧。',
    },
    superUsers: {
      title: '谁是我的超级用户？',
      detail: '多少人贡献了多少，他们是谁、成本多少；RFM 分层；会员等级是否有效。',
    },
    scorecard: {
      title: '运营整体好不好？',
      detail: '从首次访问到推荐共九个环节，逐一打分，对照 80 分线。',
    },
  },
  files: {
    recovered: (names, at) => `已恢复 ${names} 在 ${at} 未保存的修改。`,
    noDrafts: '本浏览器无法暂存未保存的修改（无痕窗口或空间不足）。请及时保存。',
    kinds: '笔记本和数据文件',
    untitled: '未命名',
    untitledFile: 'untitled',
    saved: (name) => `已保存 ${name}。`,
    downloaded: (name) => `已下载 ${name}。此浏览器无法直接写入文件。`,
    atHand: (name) => `${name} 已就绪，等待它的单元格会重新运行。`,
    unknown: (name) => `“${name}”既不是笔记本，也不是 Liftbook 能读取的数据文件。`,
    frozen: (cell) => `“${cell}” 的计划已冻结在笔记本的文件头中，此后的改动会在结果中说明。`,
    dropHere: '松开即可打开',
    erased: '此浏览器中保存的全部内容已清除。打开的文件不受影响。',
  },
  erase: {
    question: '清除此浏览器中保存的全部内容？',
    detail: '包括未保存的修改、笔记本的历史版本、最近文件的列表和您的设置。磁盘上的文件不受影响。',
    erase: '清除',
  },
  unsaved: {
    question: (name) => `要保存对 ${name} 的更改吗？`,
    detail: '如果不保存就关闭，这些更改将会丢失。',
    save: '保存',
    discard: '不保存并关闭',
    cancel: '取消',
  },
  keeping: keepingWords,
  privacy: privacyWords,
  messages: {
    bug: 'Liftbook 内部出错了。您的笔记本还在。',
    details: '详情',
    copy: '复制详情',
    dismiss: '关闭',
    name: '消息',
    done: (cell, text) => `${cell} 已完成：${text}`,
    ready: (cell, rows) => `${cell} 已读取：${rows} 行。`,
    problem: (cell, text) => `${cell}：${text}`,
  },
  import: {
    reading: '正在读取文件',
    columns: (count) => `${count} 列`,
    summary: '列',
    examples: '取值',
    private: '私密',
    reasons: {
      named: '根据列名推测。',
      'only-time': '唯一的时间列。',
      'first-time': '第一个时间列。',
      'few-texts': '不同取值最少的文本列。',
      arms: '根据取值推测：它们像是实验分组。',
    },
    different: (count, example) => `${count} 个不同的值，例如 ${example}`,
    more: (count) => `等另外 ${count} 个`,
    rolesFound: (users) => `${users} 个用户`,
    unitTable: '没有时间列和事件列时，每一行就是一个用户。',
    test: '比较各个版本',
    testHint: '已按列的内容尽量填好，之后都可以修改。',
    experiment: '实验',
    variant: '分组列',
    control: '对照组',
    exposure: '曝光事件',
    goal: '希望提升的指标',
    into: '放入',
    newNotebook: '新建的笔记本',
    useAndTest: '采用并运行 A/B 实验',
    blank: '要运行 A/B 实验，请先选择分组列、对照组和希望提升的指标。',
    keepPrivate: (column) => `将 ${column} 设为私密`,
    used: (id) => `“${id}”已加入笔记本。接下来想了解什么？`,
    offerTest: 'A/B 实验',
    warnings: (count) => `发现 ${count} 处异常：`,
  },
  present: {
    name: '幻灯片',
    presenter: 'Liftbook – 演讲者',
    slide: (at, of) => `第 ${at} 张，共 ${of} 张`,
    none: '此笔记本没有可放映的单元格。',
    whatIf: '如果……',
    noInputs: '笔记本中没有可以调整的输入。',
    tried: '假设：并非文件中的值',
    discard: '恢复文件中的值',
    now: '当前',
    next: '下一张',
    last: '这是最后一张。',
    dataAge: (day, ago) => `数据截至 ${day}（${ago}）`,
    notes: '备注',
    noNotes: '没有备注：幻灯片下方带有 slide=notes 的文本单元格会显示在这里。',
    popupRefused: '浏览器没有打开第二个窗口。请允许本页弹出窗口，再按一次 S。',
    crowded: (at, scale) =>
      `第 ${at} 张内容过多，按 ${scale} 显示。请用 slide=new 把单元格移到新的幻灯片。`,
    black: '屏幕已变黑',
    frozen: '输入已锁定',
    keysTitle: '放映时',
    keys: {
      next: '下一张',
      previous: '上一张',
      jump: '跳到第 12 张',
      ends: '第一张和最后一张',
      speaker: '演讲者窗口',
      table: '图表显示为表格',
      whatIf: '如果……：调整输入',
      freeze: '锁定输入',
      black: '黑屏',
      leave: '退出放映',
    },
  },
  page: {
    made: (version, date) =>
      `由 Liftbook ${version} 于 ${date} 生成。内容全部在此文件中，不访问网络。`,
    data: '数据',
    settings: '设置',
    stale: '结果早于最近一次修改。',
    saved: '结果随笔记本保存；导出时没有数据。',
    blocked: (by) => `未计算：需要“${by}”。`,
    rows: (rows) => `${rows} 行`,
    users: (users) => `${users} 位用户`,
    segment: (users, of, share) => `${of} 位用户中的 ${users} 位（${share}）`,
    saving: '正在写出网页…',
  },
  commandLine: {
    help: `用法：liftbook <命令>

  run 文件      运行笔记本的所有单元格并输出结果。
    --source id=路径    让数据源单元格“id”读取另一个文件；可以重复使用。
    --set id=值         设置一个输入；--set id.路径=值 设置分析的一个参数，
                        例如 --set ab.alpha=0.01。值按 JSON 解析，否则视为文本。
    --users 路径=文件   把某个数字背后的用户 ID 写成 CSV，
                        例如 --users ab.arms.treatment=users.csv；可以重复使用。
    --locale en|zh-CN   报告的语言。
    --html 文件         把笔记本连同结果写成一个独立的网页。
    --ipynb 文件        把笔记本连同结果写成一个 Jupyter 笔记本。
    --json              只输出一个 JSON 对象；其余内容写到 stderr。
    --trust             允许笔记本中的代码以您的全部权限运行：Node 下没有沙箱。
                        不加此选项时，代码单元格不会运行。
  check 文件    重新运行保存了结果的笔记本，说明哪些数字变了（--all：全部列出）；
                可用 --source、--locale 和 --trust。
  freeze 文件   在读取数据之前，用文件头中的印记冻结实验的计划；
                之后的改动会在结果中说明。
    --cell ID           有多个实验时指定其中一个。
    --source id=路径    从另一个笔记本读取单元格 id 的指标定义。
  format 文件   把笔记本写成规范格式。
  schema        输出笔记本格式的 JSON Schema。

  --debug       Liftbook 出错时说明出错位置。
  --help        显示本说明。

数据文件只从工作目录和笔记本所在文件夹读取；其他文件必须用 --source 指定。

退出码：0 所有单元格都已完成；1 有单元格出现问题或被阻塞；2 文件无法读取或写入，或命令有误。
check 的退出码：0 结果一致（误差 1e-9 以内）；1 有数字变了；2 没有保存的结果或没有数据。
`,
    read: (file, rows, users) =>
      users === null ? `${file}，${rows} 行` : `${file}，${rows} 行，${users} 名用户`,
    users: (users, path, file) => `${path}：已将 ${users} 名用户写入 ${file}`,
    frozen: (cell, sha256) =>
      `“${cell}” 的计划已冻结（${sha256.slice(0, 12)}…）。请提交该文件：文件的历史就是证明。`,
    blocked: (by) => `被 ${by} 阻塞`,
    bug: (message) => `因 Liftbook 的程序错误而失败（${message}）`,
    warning: (text) => `警告：${text}`,
    check: {
      changed: (source) => `${source}：数据与保存结果时不同。`,
      same: (date) => `结果与 ${date} 保存的一致。`,
      moved: (count, date) => `自 ${date} 以来有 ${count} 个数字变了。`,
      cell: (id, count) => `${id}：${count} 个数字`,
      more: (count) => `另有 ${count} 个`,
      rest: '以上是变化最大的数字；加 --all 可列出全部。',
    },
    ourBug: '这是 Liftbook 的程序错误。加上 --debug 可查看出错位置。',
  },
};
