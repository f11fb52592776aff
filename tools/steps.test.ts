import { expect, test } from 'vitest';
import { runSteps, type Step } from './steps.mjs';

async function printed(steps: readonly Step[]): Promise<{ passed: boolean; text: string }> {
  let text = '';
  const passed = await runSteps(steps, (more) => (text += more));
  return { passed, text: text.replaceAll(/\(\d+\.\d s\)/g, '(… s)') };
}

const GOOD = { name: 'good', command: 'echo kept quiet' };
const BAD = { name: 'bad', command: 'echo why; echo also >&2; exit 3' };

test('what passes is named, and what it said is not shown', async () => {
  const passed = { passed: true, text: 'good … ok (… s)\ngood … ok (… s)\n' };
  expect(await printed([GOOD, GOOD])).toEqual(passed);
});

test('what a step has to tell is shown though it passes', async () => {
  const { text } = await printed([{ ...GOOD, tells: true }]);
  expect(text).toBe('good … ok (… s)\nkept quiet\n');
});

test('the first step that fails shows what it said, and nothing runs after it', async () => {
  const { passed, text } = await printed([GOOD, BAD, GOOD]);
  expect(passed).toBe(false);
  expect(text).toMatch(/^good … ok .*\nbad … FAILED .*\nwhy\nalso\n\nStopped at bad\. .*\n$/);
});
