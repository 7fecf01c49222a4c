import { parseArgs } from 'node:util';
import { Refusal } from '../../shared/contract/errors.ts';
import { WrongUsage, type Arguments, type Command } from './command.ts';
import { changesCommand } from './commands/changes.ts';
import { checkCommand } from './commands/check.ts';
import { collectCommand } from './commands/collect.ts';
import { createCommand } from './commands/create.ts';
import { diffCommand } from './commands/diff.ts';
import { dossierCommand } from './commands/dossier.ts';
import { editCommand } from './commands/edit.ts';
import { exemptCommand } from './commands/exempt.ts';
import { exportCommand } from './commands/export.ts';
import { fillCommand } from './commands/fill.ts';
import { historyCommand } from './commands/history.ts';
import { identitiesCommand } from './commands/identities.ts';
import { importCommand } from './commands/import.ts';
import { inspectCommand } from './commands/inspect.ts';
import { layoutsCommand } from './commands/layouts.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { listCommand } from './commands/list.ts';
import { matchCommand } from './commands/match.ts';
import { problemsCommand } from './commands/problems.ts';
import { reportCommand, reportsCommand } from './commands/report.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { aidCommand } from './commands/aid.ts';
import { dutiesCommand } from './commands/duties.ts';
import { targetsCommand } from './commands/targets.ts';
import { summaryCommand } from './commands/summary.ts';
import { sweepCommand } from './commands/sweep.ts';
import { trashCommand } from './commands/trash.ts';
import { undoCommand } from './commands/undo.ts';
import { wallCommand, wallsCommand } from './commands/wall.ts';

const commands: readonly Command[] = [createCommand, importCommand, listCommand, summaryCommand, editCommand, historyCommand, changesCommand, undoCommand, trashCommand, checkCommand, exemptCommand, problemsCommand, sweepCommand, identitiesCommand, exportCommand, reportCommand, reportsCommand, fillCommand, wallCommand, wallsCommand, dossierCommand, matchCommand, diffCommand, layoutsCommand, ledgerCommand, sampleCommand, serveCommand, targetsCommand, dutiesCommand, aidCommand, collectCommand, inspectCommand];

/** Its own words, and what holds for all that read. */
const wordsOf = ({ usage: own, reads }: Command): string => (reads === true ? `${own} [--as-of 日期]` : own);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function usage(of?: Command): string {
  const head = of ? [`用法：npm run -s cli -- ${of.name} ${wordsOf(of)}`, `  ${of.about}`] : ['用法：npm run -s cli -- 命令 …', ...commands.map((command) => `  ${`${command.name} ${wordsOf(command)}`.padEnd(76)} ${command.about}`)];
  return [...head, '', '--as-of 2020-03-31：按登记册在那一天结束时的样子回答，登记册不动。', '各命令都可加 --json：标准输出只有一个 JSON 文档，键是英文，值和登记册里存的一样（金额是整数分）。', '退出码：0 完成，1 被拒绝或失败，2 用法不对。'].join('\n');
}

function parse(command: Command, words: readonly string[]): Arguments {
  const options = { ...command.options, ...(command.reads === true ? { 'as-of': { type: 'string' as const } } : {}), json: { type: 'boolean' as const }, help: { type: 'boolean' as const, short: 'h' } };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : '参数不对');
  }
}

/** Runs one command and answers the exit code. Exactly one JSON document on standard output with --json. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const [name = '', ...rest] = words;
  const command = commands.find((each) => each.name === name);
  if (!command) {
    if (name === '--help' || name === '-h' || name === 'help') {
      print(usage());
      return 0;
    }
    say(name === '' ? '要做什么？' : `没有“${name}”这个命令。`);
    say(usage());
    return 2;
  }
  const asJson = rest.includes('--json');
  try {
    const given = parse(command, rest);
    if (given.values['help']) {
      print(usage(command));
      return 0;
    }
    const [least, most] = command.words;
    if (given.positionals.length < least) throw new WrongUsage('参数不够');
    if (given.positionals.length > most) throw new WrongUsage(`多出了参数：${given.positionals.slice(most).join(' ')}`);
    // The core is most of the program: whoever only asks how a command is used does not wait for it.
    const { runWithCore } = await import('./run-with-core.ts');
    const { json, lines, exit = 0 } = await runWithCore(command, given, say);
    if (asJson && json !== undefined) print(JSON.stringify(json));
    else if (!asJson) for (const line of lines) print(line);
    return exit;
  } catch (error) {
    return failed(error, command, asJson);
  }
}

/** The window asks once more; here the same is done by an option. */
const heard = (refusal: Refusal): Refusal =>
  refusal.code === 'BRAKE' ? new Refusal(refusal.code, refusal.message, { ...(refusal.where === undefined ? {} : { where: refusal.where }), remedy: '请看清楚这些变化；确实要导入，加上 --confirm 再来一次' }) : refusal;

function failed(error: unknown, command: Command, asJson: boolean): number {
  if (error instanceof WrongUsage) {
    say(`${error.message}。`);
    say(usage(command));
    return 2;
  }
  if (error instanceof Refusal) {
    const { code, message: what, where, remedy, sentence } = heard(error);
    say(`${sentence}。`);
    // What it does not say is left out of the document.
    if (asJson) print(JSON.stringify({ error: { code, what, where, remedy } }));
    return 1;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    say('已取消，登记册没有改动。');
    if (asJson) print(JSON.stringify({ error: { code: 'CANCELLED', what: '已取消' } }));
    return 1;
  }
  // A defect: its place is told, its text may hold what a row holds.
  say(`程序出错了（${error instanceof Error ? error.name : typeof error}），登记册没有改动。请把这一行和用的命令告诉维护人员。`);
  if (asJson) print(JSON.stringify({ error: { code: 'DEFECT', what: '程序出错了' } }));
  return 1;
}
