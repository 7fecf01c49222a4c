import { ledger } from './ledger.ts';

const trainingOrRotation = { name: '教师工作类别', values: ['培训', '交流轮岗'].map((value) => ({ value })) };

/** Months attended, loans and helpers of pupils; fairs and graduates: plan 二(一)4, 二(一)5. */
export const pupilAndJobLedgers = [
  ledger({
    key: 'attendance',
    label: '学生出勤',
    about: 'member',
    department: '教育局',
    fields: (f) => [
      f('month', '出勤月份', 'month', { also: ['月份'] }),
      f('present', '当月是否在园在校', 'yesNo', { also: ['是否出勤', '是否在园', '是否在校'] }),
      f('days', '出勤天数', 'count'),
      f('boarder', '当月是否寄宿', 'yesNo', { also: ['是否寄宿'] }),
    ],
    keys: ['month'],
    needs: ['month', 'present'],
    year: { of: 'month' },
  }),
  ledger({
    key: 'studentLoan',
    label: '助学贷款',
    about: 'member',
    department: '教育局',
    fields: (f) => [
      f('asked', '是否申请助学贷款', 'yesNo', { also: ['是否申请贷款'] }),
      f('askedOn', '贷款申请日期', 'date', { also: ['申请日期'] }),
      f('granted', '是否已放款', 'yesNo', { also: ['是否放款'] }),
      f('amount', '助学贷款金额', 'money', { also: ['贷款金额'], unit: '元' }),
      f('result', '未放款原因', 'text', { width: 36 }),
    ],
    needs: ['asked'],
  }),
  ledger({
    key: 'pupilHelp',
    label: '特殊困难学生帮扶',
    about: 'member',
    department: '教育局',
    fields: (f) => [
      f('difficulty', '学生困难情况', 'text', { also: ['困难情况'], width: 36 }),
      f('helper', '学生帮扶人', 'name', { also: ['帮扶教师', '帮扶人'], secret: 'public' }),
      f('measure', '学生帮扶措施', 'text', { also: ['帮扶措施'], width: 44 }),
      f('from', '学生帮扶开始', 'date', { also: ['帮扶开始日期'] }),
    ],
    keys: ['helper'],
  }),
  ledger({
    key: 'teacherWork',
    label: '乡村教师培训交流',
    about: 'nobody',
    department: '教育局',
    fields: (f) => [
      f('kind', '教师工作类别', trainingOrRotation, { also: ['类别'] }),
      f('title', '教师培训交流名称', 'text', { also: ['名称', '培训名称'], width: 40 }),
      f('on', '教师培训交流日期', 'date', { also: ['日期', '时间'] }),
      f('people', '参加教师人数', 'count', { also: ['参加人数'], unit: '人' }),
      f('content', '培训交流内容', 'text', { also: ['内容'], width: 44 }),
    ],
    keys: ['title', 'on'],
    year: { of: 'on' },
    sheet: { words: ['教师培训', '教师交流'] },
  }),
  ledger({
    key: 'jobFair',
    label: '招聘和招工信息',
    about: 'nobody',
    department: '人社局',
    fields: (f) => [
      f('name', '招聘活动名称', 'text', { also: ['活动名称', '信息标题'], width: 40, secret: 'public' }),
      f('kind', '招聘形式', 'text', { also: ['活动形式'], secret: 'public' }),
      f('on', '招聘活动日期', 'date', { also: ['活动日期', '发布日期'], secret: 'public' }),
      f('posts', '提供岗位', 'count', { also: ['岗位数'], secret: 'public' }),
      f('people', '参加贫困劳动力', 'count', { unit: '人' }),
      f('placed', '达成就业', 'count', { also: ['就业人数'], unit: '人' }),
    ],
    keys: ['name', 'on'],
    needs: ['name', 'on'],
    year: { of: 'on' },
    sheet: { words: ['招聘', '招工信息', '春风行动'] },
  }),
  ledger({
    key: 'graduate',
    label: '高校毕业生就业',
    about: 'member',
    department: '人社局',
    fields: (f) => [
      f('school', '毕业院校', 'text', { width: 36 }),
      f('graduatedOn', '毕业时间', 'month'),
      f('employed', '毕业生是否就业', 'yesNo', { also: ['是否就业'] }),
      f('jobOn', '毕业生就业日期', 'date', { also: ['就业日期'] }),
      f('firm', '毕业生就业单位', 'text', { also: ['就业单位'], width: 36 }),
      f('service', '就业帮扶服务', 'text', { also: ['帮扶服务'], width: 36 }),
    ],
    needs: ['employed'],
    sheet: { words: ['毕业生'] },
  }),
] as const;
