import { expect, test } from '../support/e2e/fixtures';

const outside = [
  'app://console/../../package.json',
  'app://console/%2e%2e/%2e%2e/package.json',
  'app://console/..%2f..%2fpackage.json',
  'app://console/..%2fmain%2findex.js',
  'app://console/assets/..%2f..%2fmain%2findex.js',
  'app://console/..%5cmain%5cindex.js',
  'app://console/%2fetc%2fhostname',
  'app://console/index.html%00.js',
  'app://console/%ff.html',
  'app://console/.built-from',
  'app://console/',
  'app://other/index.html',
  'app://console.example/index.html',
];

test('the scheme serves the files of the page and nothing beside them', async ({ open }) => {
  const { app } = await open('--paused');
  const status = (addresses: readonly string[]): Promise<number[]> =>
    app.evaluate(
      ({ net }, list) => Promise.all(list.map(async (address) => (await net.fetch(address)).status)),
      addresses,
    );
  expect(await status(['app://console/index.html'])).toEqual([200]);
  expect(await status(outside)).toEqual(outside.map(() => 404));
});

test('the page arrives with its policy, types are not guessed, and every load has a nonce of its own', async ({
  open,
}) => {
  const { app } = await open('--paused');
  const [first, second] = await app.evaluate(async ({ net }) => {
    const load = async (): Promise<[string | null, string | null]> => {
      const { headers } = await net.fetch('app://console/index.html');
      return [headers.get('content-security-policy'), headers.get('x-content-type-options')];
    };
    return [await load(), await load()];
  });
  expect(first[1]).toBe('nosniff');
  expect(first[0]).toContain("default-src 'none'");
  expect(first[0]).not.toContain('unsafe');
  expect(first[0]).not.toBe(second[0]);
});

test('the page reads no file and starts no other program', async ({ open }) => {
  const { app, page } = await open('--paused');
  const handled = await app.evaluate(({ protocol }) =>
    ['app', 'http', 'https', 'file', 'ftp', 'mailto', 'sriov-manager'].filter((scheme) =>
      protocol.isProtocolHandled(scheme),
    ),
  );
  // The second to fourth are Chromium's own; the request filter and the proxy stand before them.
  expect(handled.filter((scheme) => !['http', 'https', 'file'].includes(scheme))).toEqual(['app']);
  const asked = await page.evaluate(() =>
    Promise.all(
      ['file:///etc/hostname', 'mailto:someone@example.com', 'blob:app://console/none'].map((address) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        ),
      ),
    ),
  );
  expect(asked).toEqual(['refused', 'refused', 'refused']);
});
