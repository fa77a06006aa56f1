/** Runs before each test file. */
import { afterAll } from 'vitest';
import { removeFolders } from './temporary-folder.ts';

afterAll(removeFolders);
