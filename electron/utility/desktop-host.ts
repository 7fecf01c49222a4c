import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/contract/errors.ts';
import type { Answer, StartMessage } from '../../shared/hosting/desktop-messages.ts';
import { hostFacts } from '../core/host-facts.ts';
import type { Host } from '../core/host.ts';
import { sendToPrinter } from '../core/printing/send-to-printer.ts';
import { askMain } from './ask-main.ts';

export function desktopHost(start: StartMessage): Host {
  const facts = hostFacts(start.documentsFolder);
  return {
    kind: 'desktop',
    ...facts,
    fontsUrl: start.fontsUrl,
    fontsFolder: start.fontsFolder,
    hasDialogs: true,
    now: () => new Date(),
    async chooseNewRegister(suggestedName) {
      // A dialog that starts in a missing folder starts somewhere else.
      mkdirSync(facts.registersFolder, { recursive: true });
      return pathIn(await askMain({ ask: 'choose-new-register', suggestedPath: join(facts.registersFolder, suggestedName) }));
    },
    async chooseRegister() {
      return pathIn(await askMain({ ask: 'choose-register', folder: facts.registersFolder }));
    },
    async printPdf(html, signal) {
      const answer = await askMain({ ask: 'print', html }, signal);
      if ('pdf' in answer) return answer.pdf;
      throw new Refusal('NO_PRINTER', '没有生成出 PDF', { remedy: '请再试一次；还是不行时，请关闭明册重新打开' });
    },
    printers: {
      async list() {
        const answer = await askMain({ ask: 'printers' });
        if ('printers' in answer) return answer.printers;
        throw new Refusal('NO_PRINTER', '没有读到打印机', { remedy: '请在系统的“打印机”里看看，再试一次' });
      },
      send: (pdf, order, signal) => sendToPrinter(pdf, order, start.printProgram, signal),
    },
  };
}

function pathIn(answer: Answer): string | null {
  if ('path' in answer) return answer.path;
  throw new Error('main answered no path');
}
