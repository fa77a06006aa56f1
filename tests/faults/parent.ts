/** A program with a library, which is killed in a test; says which process answers. */
import { startLibrary } from '../../src/service/live-library.ts';

const library = startLibrary(JSON.parse(process.argv[2]!));
await library.ready;
console.log(library.processId());
