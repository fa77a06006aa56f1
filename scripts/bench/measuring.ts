/** Starts as a process of its own, measures what it is told, and reports it. */
import { measure, type Places, type Task } from './measure.ts';

const { task, places } = JSON.parse(process.argv[2]!) as { task: Task; places: Places };
process.on('disconnect', () => process.exit());
const reply = await measure(task, places).then(
  (figures) => ({ figures }),
  (error: unknown) => ({ failed: (error as Error).message }),
);
process.send!(reply, () => process.exit());
