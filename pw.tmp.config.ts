import base from './playwright.config.ts';
const { globalSetup: _g, ...rest } = base;
export default { ...rest, workers: 2, reporter: [['list']], outputDir: '/tmp/w/pw' };
