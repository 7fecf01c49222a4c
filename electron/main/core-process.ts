import { app, dialog, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import {
  type Answer,
  type CoreToMain,
  type MainToCore,
  pageOrigin,
  type Question,
} from '../../shared/hosting/desktop-messages.ts';
import { chooseNewRegister, chooseRegister } from './choose-register.ts';
import { printPaper } from './print-paper.ts';
import { listPrinters } from './printers.ts';
import { programFolders } from './program-folders.ts';

export interface CoreProcess {
  /** A port on which the core serves its router, for one load of the page. */
  portForPage(): MessagePortMain;
  openRegister(path: string): void;
  stop(): Promise<void>;
}

const crashesTolerated = 3;
const crashMemory = 60_000;

/** Runs the core in a process of its own and starts it again should it ever end by itself. */
export function startCoreProcess(initialRegister: string | null, whenRestarted: () => void): CoreProcess {
  let stopping = false;
  let crashes: number[] = [];
  let core = fork(initialRegister);

  function fork(register: string | null): UtilityProcess {
    const child = utilityProcess.fork(programFolders.core, [], { serviceName: '明册', stdio: 'inherit' });
    answerQuestions(child);
    send(child, {
      kind: 'start',
      documentsFolder: app.getPath('documents'),
      fontsUrl: `${pageOrigin}/fonts/`,
      fontsFolder: programFolders.fonts,
      printProgram: programFolders.printProgram,
      initialRegister: register,
    });
    child.once('exit', () => {
      if (!stopping) restart();
    });
    return child;
  }

  function restart(): void {
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < crashMemory), now];
    if (crashes.length > crashesTolerated) {
      stopping = true;
      dialog.showErrorBox('明册', '登记册程序反复停止，无法继续。已经保存的内容都在。请重新启动电脑后再打开；如果还是这样，请联系维护人员。');
      app.exit(1);
      return;
    }
    core = fork(null);
    whenRestarted();
    void dialog.showMessageBox({
      type: 'warning',
      title: '明册',
      message: '登记册程序意外停止，已经重新启动。',
      detail: '已经保存的内容都在。请重新打开登记册，看看刚才最后一步有没有做完。',
      buttons: ['知道了'],
    });
  }

  return {
    portForPage() {
      const { port1, port2 } = new MessageChannelMain();
      send(core, { kind: 'page' }, [port1]);
      return port2;
    },
    openRegister: (path) => send(core, { kind: 'open-register', path }),
    stop() {
      stopping = true;
      if (core.pid === undefined) return Promise.resolve();
      const ended = new Promise<void>((resolve) => core.once('exit', () => resolve()));
      send(core, { kind: 'stop' });
      const patience = setTimeout(() => core.kill(), 10_000);
      return ended.then(() => clearTimeout(patience));
    },
  };
}

function send(core: UtilityProcess, message: MainToCore, ports: MessagePortMain[] = []): void {
  core.postMessage(message, ports);
}

function answerQuestions(core: UtilityProcess): void {
  const open = new Map<number, AbortController>();
  core.on('message', (message: CoreToMain) => {
    if (message.kind === 'abort') {
      open.get(message.id)?.abort();
      return;
    }
    if (message.kind === 'refused') {
      void dialog.showMessageBox({ type: 'warning', title: '明册', message: message.sentence, buttons: ['知道了'] });
      return;
    }
    const { id, question } = message;
    const abort = new AbortController();
    open.set(id, abort);
    answerTo(question, abort.signal)
      .catch((error: unknown): Answer => ({ failed: error instanceof Error ? error.message : 'unknown' }))
      .then((answer) => {
        open.delete(id);
        send(core, { kind: 'answer', id, answer });
      })
      .catch(() => process.stderr.write('main: the core was gone before its answer\n'));
  });
  core.once('exit', () => {
    for (const abort of open.values()) abort.abort();
  });
}

async function answerTo(question: Question, signal: AbortSignal): Promise<Answer> {
  switch (question.ask) {
    case 'print':
      return { pdf: await printPaper(question.html, signal) };
    case 'printers':
      return { printers: await listPrinters() };
    case 'choose-new-register':
      return { path: await chooseNewRegister(question.suggestedPath) };
    case 'choose-register':
      return { path: await chooseRegister(question.folder) };
  }
}
