import { textOf } from '../../register/facts.ts';
import { atSchool, atWork, canWork, onPublicPost, stageOf } from '../../register/who.ts';
import { inYear, number, people, peopleWith, sumOf } from '../columns.ts';
import type { Report } from '../report.ts';
import { area } from './area-columns.ts';
import { ofSchoolAge, perMember, perRecord } from './who.ts';

/** School, aid, jobs and training. */
export const educationAndWorkReports: readonly Report[] = [
  {
    key: 'education', title: '教育资助发放表', theme: '教育', note: '按学段；附在校未受资助名单和义务教育情况', period: 'year', ledgers: ['studentAid', 'pupil'],
    sheets: [
      { kind: 'list', key: 'list', title: '资助发放名单', of: 'households', lines: perRecord('studentAid', inYear), means: '学生资助名单本年度的每一条', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'identityNo' }, { field: 'studentAid.stage' }, { field: 'studentAid.school' }, { field: 'studentAid.boarder' }, { field: 'studentAid.term' }, { field: 'studentAid.amount' }, { field: 'studentAid.account' }], sums: ['studentAid.amount'] },
      {
        kind: 'summary', key: 'stages', title: '分学段在校生', of: 'households', by: 'village',
        columns: [
          number('pupils', '在校生/合计', '人', people(atSchool), '在校的人'),
          ...(['学前', '小学', '初中', '高中', '中职', '高等'] as const).map((stage) => number(stage, `在校生/${stage}`, '人', people((member) => stageOf(member) === stage), `在校生状况属于${stage}的人`)),
          number('aided', '受资助/人数', '人', peopleWith('studentAid'), '学生资助名单本年度有的人'),
          number('amount', '受资助/金额', '元', sumOf('studentAid', 'studentAid.amount'), '资助金额之和'),
        ],
      },
      {
        kind: 'summary', key: 'duty', title: '义务教育', of: 'households', by: 'village',
        columns: [
          number('due', '应接受', '人', people(ofSchoolAge), '到期末6至15周岁的人'),
          number('at', '已接受', '人', people((member, household, asked) => ofSchoolAge(member, household, asked) && ['小学', '初中'].includes(stageOf(member) ?? '')), '其中在读小学、初中的人'),
          number('other', '其他学段', '人', people((member, household, asked) => ofSchoolAge(member, household, asked) && ['学前', '高中', '中职', '高等'].includes(stageOf(member) ?? '')), '其中在读学前、高中、中职以上的人'),
          number('out', '未在校', '人', people((member, household, asked) => ofSchoolAge(member, household, asked) && stageOf(member) === null), '其中不在校或没有填的人'),
        ],
      },
      { kind: 'list', key: 'out', title: '义务教育阶段未在校名单', of: 'households', lines: perMember((member, household, asked) => ofSchoolAge(member, household, asked) && stageOf(member) === null), means: '6至15周岁，不在校或没有填的人', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'birthDate' }, { field: 'schooling' }, { field: 'dropoutReason' }, { head: ['劝返次数'], said: () => '', sensitivity: 'public', width: 18 }] },
    ],
    identities: [{ says: '已接受、其他学段与未在校合起来应等于应接受', sheet: 'duty', left: ['at', 'other', 'out'], right: ['due'] }, { says: '各学段合起来应等于在校生', sheet: 'stages', left: ['学前', '小学', '初中', '高中', '中职', '高等'], right: ['pupils'] }],
  },
  {
    key: 'work', title: '就业与培训情况表', theme: '就业', note: '务工、公益岗、培训；附有劳动力未就业名单', period: 'year', ledgers: ['training'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '就业情况', of: 'households', by: 'village',
        columns: [
          number('labourers', '劳动力', '人', people(canWork), '普通、技能、弱（半）劳动力'),
          number('working', '务工/合计', '人', people((member) => canWork(member) && atWork(member)), '劳动力里务工区域有填、不是“未务工”的人'),
          ...(['乡（镇）内务工', '乡（镇）外县内务工', '县外省内务工', '省外务工', '其他'] as const).map((place) => number(place, `务工/${place.replace('务工', '')}`, '人', people((member) => canWork(member) && textOf(member.values, 'workArea') === place), `务工区域为“${place}”的劳动力`)),
          number('posts', '公益性岗位', '人', people(onPublicPost), '填了公益性岗位类型的人'),
          number('trained', '就业培训', '人', peopleWith('training'), '培训名单本年度有的人'),
        ],
      },
      { kind: 'list', key: 'idle', title: '有劳动力未就业名单', of: 'households', lines: perMember((member) => canWork(member) && !atWork(member) && !onPublicPost(member) && !atSchool(member)), means: '有劳动力，不在务工、没有公益岗、不在校的人', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'sex' }, { field: 'birthDate' }, { field: 'education' }, { field: 'labour' }, { field: 'memberPhone' }, { head: ['就业意愿'], said: () => '', sensitivity: 'public', width: 26 }] },
      { kind: 'list', key: 'training', title: '培训名单', of: 'households', lines: perRecord('training', inYear), means: '就业培训名单本年度的每一条', columns: [...area, { field: 'name' }, { field: 'training.course' }, { field: 'training.by' }, { field: 'training.when' }, { field: 'training.finished' }, { field: 'training.after' }] },
    ],
    identities: [{ says: '各务工区域合起来应等于务工合计', sheet: 'sum', left: ['乡（镇）内务工', '乡（镇）外县内务工', '县外省内务工', '省外务工', '其他'], right: ['working'] }],
  },
];
