import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../scripts/arrows/breaches.ts';

const root = join(import.meta.dirname, '..', '..');

it('no file of the repository breaks an arrow', () => {
  expect(() => execFileSync(process.execPath, [join(root, 'scripts', 'check-arrows.mjs')], { stdio: 'pipe' })).not.toThrow();
});

describe('a planted breach is caught:', () => {
  it.each([
    ['the page imports the core', 'renderer/app/x.tsx', "import { openCore } from '../../electron/core/open-core.ts';"],
    ['the core imports the page', 'electron/core/x.ts', "import type { Client } from '../../renderer/client/connect.ts';"],
    ['shared imports the core', 'shared/fields/x.ts', "export * from '../../electron/core/host.ts';"],
    ['main imports the core', 'electron/main/x.ts', "import { openCore } from '../core/open-core.ts';"],
    ['the core imports a host', 'electron/core/x.ts', "import { servePort } from '../utility/serve-port.ts';"],
    ['one host imports another', 'electron/utility/x.ts', "import { serveHttp } from '../web/serve-http.ts';"],
    ['the core imports electron', 'electron/core/x.ts', "import { app } from 'electron';"],
    ['the utility names a type of electron', 'electron/utility/x.ts', "import type { App } from 'electron';"],
    ['a feature opens the database', 'electron/core/households/x.ts', "import Database from 'better-sqlite3';"],
    ['a feature opens it late', 'electron/core/households/x.ts', "const { default: D } = await import('better-sqlite3');"],
    ['a feature requires it', 'electron/core/households/x.ts', "const D = require('better-sqlite3');"],
    ['a feature names its type', 'electron/core/households/x.ts', "let d: import('better-sqlite3').Database;"],
    ['a query writes a workbook', 'electron/core/reporting/people-list.ts', "const excel = await import('exceljs');"],
    ['a command reads one', 'electron/cli/import.ts', "import { read } from '@e965/xlsx';"],
    ['the page reads one', 'renderer/importing/x.ts', "import { read } from '@e965/xlsx';"],
    ['shared touches Node', 'shared/register/x.ts', "import { readFileSync } from 'node:fs';"],
    ['the page touches Node', 'renderer/ui/x.ts', "import { join } from 'node:path';"],
    ['preload touches Node', 'electron/preload/x.ts', "import { join } from 'node:path';"],
    ['shared takes a library', 'shared/fields/x.ts', "import { pinyin } from 'pinyin-pro';"],
    ['the core draws', 'electron/core/x.ts', "import { createElement } from 'react';"],
    ['fields know the register', 'shared/fields/x.ts', "import { vocabulary } from '../register/vocabulary.ts';"],
    ['the register knows the contract', 'shared/register/x.ts', "import { contract } from '../contract/contract.ts';"],
    ['storage knows a feature', 'electron/core/storage/x.ts', "import { x } from '../importing/draft.ts';"],
    ['one area of the core imports another', 'electron/core/households/x.ts', "import { x } from '../people/y.ts';"],
    ['a room reaches for the router', 'electron/core/importing/x.ts', "import { createRouter } from '../router.ts';"],
    ['one feature of the page imports another', 'renderer/households/x.tsx', "import { x } from '../people/y.tsx';"],
    ['a feature imports the frame', 'renderer/people/x.tsx', "import { App } from '../app/App.tsx';"],
    ['a worker is started over the border', 'renderer/grid/x.ts', "new Worker(new URL('../../electron/core/x.ts', import.meta.url));"],
    ['a file lies in no room', 'shared/utils/x.ts', ''],
    ['an import hides its extension', 'shared/fields/x.ts', "import { y } from './y';"],
    ['the workshop is shipped', 'electron/core/x.ts', "import { build } from 'vite';"],
  ])('%s', (_name, file, source) => {
    expect(breachesOf(file, source)).toHaveLength(1);
  });
});

it('what the arrows allow passes', () => {
  const source = "import type { Host } from '../host.ts'; import { z } from 'zod'; import D from 'better-sqlite3'; export * from './y.ts'; // import 'electron'";
  expect(breachesOf('electron/core/storage/x.ts', source)).toEqual([]);
  expect(breachesOf('electron/core/importing/read-x.ts', "await import('@e965/xlsx'); import '../storage/x.ts'")).toEqual([]);
  expect(breachesOf('renderer/people/x.tsx', "import { Grid } from '../grid/Grid.tsx'; import { Button } from 'antd'; import './x.css'")).toEqual([]);
});
