// Before the tests of each file: files share one process, and none goes on with another's environment or its office's columns.
import { speak } from '../shared/register/own/spoken.ts';
import { restoreEnvironment } from './environment.ts';

restoreEnvironment();
speak([]);
