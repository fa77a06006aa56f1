/** Preloaded with `--import` by a command in which one file operation is to fail; reports at its end. */
import { writeFileSync } from 'node:fs';
import { type FailingOperation, failOperation } from './fail-operation.ts';

export interface PreloadOptions extends FailingOperation {
  /** File that the FailureReport goes to. */
  readonly report: string;
}

const options = JSON.parse(process.env.FAILING_OPERATION!) as PreloadOptions;
const failing = failOperation(options);
process.on('exit', () => writeFileSync(options.report, JSON.stringify(failing.restore())));
