import type { DossierSection } from './dossier-section.ts';
import { completenessBlocks, documentBlocks, findingBlocks, pictureBlocks } from './file-sections.ts';
import { helpBlocks, ledgerBlocks, storyBlocks } from './history-sections.ts';
import { householdBlocks, incomeBlocks, livingBlocks, memberBlocks } from './household-sections.ts';

/** The parts of a household's dossier, in their order; a part more is an object more. */
export const dossierSections: readonly DossierSection[] = [
  { key: 'household', title: '家庭情况', blocks: householdBlocks },
  { key: 'members', title: '家庭成员', blocks: memberBlocks },
  { key: 'income', title: '历年收入和支出', blocks: incomeBlocks },
  { key: 'living', title: '生产生活条件', blocks: livingBlocks },
  { key: 'help', title: '帮扶责任人和措施', blocks: helpBlocks },
  { key: 'ledgers', title: '各部门台账', blocks: ledgerBlocks },
  { key: 'story', title: '户状态和人口变动', blocks: storyBlocks },
  { key: 'documents', title: '材料目录', blocks: documentBlocks },
  { key: 'pictures', title: '照片', blocks: pictureBlocks },
  { key: 'completeness', title: '应有材料核对', blocks: completenessBlocks },
  { key: 'findings', title: '疑点和整改', blocks: findingBlocks },
];
