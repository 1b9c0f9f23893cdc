/**
 * Runs a TypeScript command-line tool through Vite, since Node 20 runs none:
 * node scripts/run.mjs src/cli/course.ts check kami-kyodo
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.mjs FILE [ARG …]');
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
process.exitCode = await module.default(args);
