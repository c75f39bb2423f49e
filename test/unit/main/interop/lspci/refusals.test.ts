import { describe, expect, it } from 'vitest';
import { block, dump, edit, lineOf, refusal, withBytes } from './fixtures';

const text = dump('iommu.off-vvvxxxx');
const decoded = withBytes(text, 0);
const pf = '01:00.0';
const port = '00:02.0';

/** One sentence that begins with the line and says what to do. */
function expectSentence(message: string, line: number): void {
  expect(message).toMatch(new RegExp(`^Line ${line}: [^.].*[;,] (capture|give|if) .*\\.$`));
}

function expectRefusal(changed: string, code: string, line: number, part: string): void {
  const error = refusal(changed);
  expect(error).toMatchObject({ code, line });
  expect(error.message).toContain(part);
  expectSentence(error.message, line);
}

describe('text that is no lspci output', () => {
  it.each([
    ['nothing', '', 'lspci.empty', 1],
    ['blank lines', '\n\n\n', 'lspci.empty', 1],
    ['prose', 'Dear administrator,\nplease ...\n', 'lspci.notLspci', 1],
    ['prose below blank lines', '\n\nDear administrator\n', 'lspci.notLspci', 3],
    ['lspci -t', '-[0000:00]-+-00.0  Intel Corporation\n', 'lspci.notLspci', 1],
    ['lspci -mm', '00:00.0 "Host bridge" "Intel Corporation" "82G33"\n', 'lspci.notLspci', 1],
    ['UTF-16 read as UTF-8', '0\u00000\u0000:\u0000', 'lspci.notLspci', 1],
  ])('%s', (_what, changed, code, line) => {
    const error = refusal(changed);
    expect(error).toMatchObject({ code, line });
    expectSentence(error.message, line);
  });

  it('says what the first line should look like', () => {
    expect(refusal('hello\n').message).toContain('00:00.0 Host bridge: Intel Corporation');
  });

  it('names the first line below a header that lspci does not print', () => {
    const at = lineOf(text, port, 'Latency: 0');
    const changed = edit(text, port, '\tLatency: 0', 'Latency: 0');
    expectRefusal(changed, 'lspci.notLspci', at, 'neither a function');
    expectRefusal(edit(text, port, 'Latency', 'Lat\u0001ency'), 'lspci.notLspci', at, 'control characters');
  });
});

describe('output without registers', () => {
  it('refuses a plain list', () => {
    const list = text.split('\n').filter((line) => /^[0-9a-f]{2}:[0-9a-f]{2}\./.test(line));
    expectRefusal(`${list.join('\n')}\n`, 'lspci.notVerbose', 1, 'without any details');
  });

  it('refuses a single -v', () => {
    const brief = decoded.replace(
      /^\tControl: .*\n\tStatus: .*$/gm,
      '\tFlags: bus master, fast devsel, latency 0',
    );
    expectRefusal(brief, 'lspci.notVerbose', 1, 'leave out its registers');
  });

  it('refuses hex bytes without decoded lines that end before the extended capabilities', () => {
    const bare = withBytes(text, 256).replace(/^\t.*\n/gm, '');
    expectRefusal(bare, 'lspci.notVerbose', lineOf(bare, port, port), 'leave out its registers');
  });

  it('refuses the output of a user other than root', () => {
    const denied = decoded.replace(
      /^\tCapabilities: [^]*?\n(?=\tKernel|\n)/gm,
      '\tCapabilities: <access denied>\n',
    );
    expectRefusal(denied, 'lspci.accessDenied', lineOf(denied, port, '<access'), 'sudo lspci -vvvxxxx');
  });
});

describe('a cut dump', () => {
  it('refuses hex bytes that end at no usual length', () => {
    const at = text.indexOf('1a0: ', text.lastIndexOf('\n02:00.0'));
    const line = text.slice(0, at).split('\n').length;
    expectRefusal(text.slice(0, at), 'lspci.cut', line - 1, 'the hex bytes end at 1a0');
    expectRefusal(text.slice(0, at + 20), 'lspci.cut', line, 'beginning with "1a0:"');
  });

  it('refuses a missing row and rows out of order', () => {
    const rows = block(text, pf).match(/^0?[4-6]0: .*\n/gm) ?? [];
    const [first = '', second = '', third = ''] = rows;
    const at = lineOf(text, pf, '\n50: ') + 1;
    expectRefusal(edit(text, pf, second, ''), 'lspci.cut', at, 'beginning with "50:"');
    expectRefusal(edit(text, pf, first + second + third, first + third + second), 'lspci.cut', at, '"50:"');
  });

  it('refuses a last function without the hex bytes that the others have', () => {
    const cut = text.slice(0, text.lastIndexOf('\n00: ') + 1);
    const line = cut.split('\n').length - 1;
    expectRefusal(cut, 'lspci.cut', line, 'has 0 hex bytes where others have 4096');
  });

  it('refuses a last function whose bytes end behind the first 256', () => {
    const cut = text.slice(0, text.lastIndexOf('\n100: ') + 1);
    expectRefusal(cut, 'lspci.cut', cut.split('\n').length - 1, 'has 256 hex bytes where others have 4096');
  });

  it('refuses a last line without an end', () => {
    const cut = decoded.slice(0, decoded.lastIndexOf('ARICtl') + 3);
    expectRefusal(cut, 'lspci.cut', cut.split('\n').length, 'has no end');
  });

  it('refuses an SR-IOV capability without its numbers', () => {
    const at = lineOf(decoded, pf, 'Single Root');
    expectRefusal(edit(decoded, pf, 'VF offset: ', 'VF of'), 'lspci.cut', at, '"VF offset"');
    expectRefusal(edit(decoded, pf, 'Total VFs: 8', 'Total VFs: 70000'), 'lspci.cut', at, '"Initial VFs"');
    const cut = decoded.slice(0, decoded.indexOf('\t\tIOVCap', decoded.indexOf(`\n${pf}`)));
    expectRefusal(cut, 'lspci.cut', at, '"IOVCtl"');
  });

  it('refuses details whose header is missing', () => {
    const header = `${block(text, pf).split('\n')[0] ?? ''}\n`;
    const at = lineOf(text, pf, pf);
    expectRefusal(edit(text, pf, header, ''), 'lspci.cut', at, 'the header of the function');
    const unspaced = text.replace(`\n\n${header}`, '\n');
    expectRefusal(unspaced, 'lspci.cut', at - 1, 'the header of the function');
    const line = lineOf(decoded, pf, pf);
    expectRefusal(edit(decoded, pf, header, ''), 'lspci.cut', line, 'the header of the function');
  });
});

describe('contradictions', () => {
  it('refuses an address that occurs twice', () => {
    const at = lineOf(text, pf, pf);
    const twice = edit(text, pf, `${pf} Ethernet`, '00:1f.2 Ethernet');
    expectRefusal(
      twice,
      'lspci.contradiction',
      at,
      `described in line ${lineOf(text, '00:1f.2', '00:1f.2')}`,
    );
  });

  it('refuses bus numbers that no bridge can have', () => {
    const at = lineOf(decoded, port, 'Bus: primary');
    const change = (to: string): string => edit(decoded, port, 'secondary=01, subordinate=01', to);
    expectRefusal(
      change('secondary=01, subordinate=00'),
      'lspci.contradiction',
      at,
      'above subordinate bus 00',
    );
    const second = lineOf(decoded, '00:03.0', 'Bus: primary');
    expectRefusal(
      change('secondary=02, subordinate=02'),
      'lspci.contradiction',
      second,
      'cannot both lead to',
    );
  });

  it('refuses a bridge that leads to its own bus', () => {
    const bridge =
      '02:01.0 PCI bridge: Vendor Port\n\tControl: I/O-\n\tBus: primary=02, secondary=02, subordinate=02\n\n';
    const line = decoded.split('\n').length + 2;
    expectRefusal(decoded + bridge, 'lspci.contradiction', line, 'on bus 02 cannot lead to bus 02');
  });

  it('refuses a function on a bus that no bridge leads to', () => {
    const changed = edit(
      text,
      '00:02.0',
      '10: 00 00 60 fe 00 00 00 00 00 01 01',
      '10: 00 00 60 fe 00 00 00 00 00 05 05',
    );
    expectRefusal(changed, 'lspci.noBridgeFor', lineOf(text, pf, pf), '01:00.0 lies on bus 01');
    const without = decoded.replace(block(decoded, port), '');
    expectRefusal(without, 'lspci.noBridgeFor', lineOf(without, pf, pf), '01:00.0 lies on bus 01');
  });

  it.each([
    [
      'more initial than total VFs',
      'Initial VFs: 8',
      'Initial VFs: 9',
      'more initial VFs (9) than total VFs (8)',
    ],
    ['offset 0', 'VF offset: 128', 'VF offset: 0', '8 VFs at VF offset 0'],
    ['stride 0', 'stride: 2', 'stride: 0', '8 VFs at VF stride 0'],
    ['a routing ID above ffff', 'VF offset: 128', 'VF offset: 65400', 'routing ID 10086, past ffff'],
  ])('refuses %s', (_what, from, to, part) => {
    const at = lineOf(decoded, pf, 'Single Root');
    expectRefusal(edit(decoded, pf, from, to), 'lspci.contradiction', at, part);
  });

  it('refuses the same in hex bytes, at the row that says it', () => {
    const changed = edit(text, pf, '170: 00 00 00 00 80 00', '170: 00 00 00 00 00 00');
    expectRefusal(changed, 'lspci.contradiction', lineOf(text, pf, '\n160: ') + 1, '8 VFs at VF offset 0');
  });

  it('refuses more enabled than total VFs', () => {
    const enabled = edit(
      edit(decoded, pf, 'Enable- Migration', 'Enable+ Migration'),
      pf,
      'of VFs: 0',
      'of VFs: 9',
    );
    expectRefusal(
      enabled,
      'lspci.contradiction',
      lineOf(decoded, pf, 'Single Root'),
      '(9) than total VFs (8)',
    );
  });

  it('refuses a VF in the place of something else', () => {
    const two = withBytes(dump('two-port-ari.on-vvvxxxx'), 0);
    const changed = edit(two, pf, 'VF offset: 128', 'VF offset: 1');
    const at = lineOf(two, pf, 'Single Root');
    expectRefusal(changed, 'lspci.contradiction', at, 'VF 0 of PF 0000:01:00.0 would lie on 0000:01:00.1');
  });

  it('refuses capability lists that go in circles', () => {
    const list = edit(text, pf, 'a0: 10 00 02 00', 'a0: 10 40 02 00');
    expectRefusal(list, 'lspci.contradiction', lineOf(text, pf, '\na0: ') + 1, 'leads back to 40');
    const extended = edit(text, pf, '150: 0e 00 01 16', '150: 0e 00 01 10');
    expectRefusal(extended, 'lspci.contradiction', lineOf(text, pf, '\n150: ') + 1, 'leads back to 100');
    const shown = edit(decoded, pf, 'Capabilities: [50] MSI', 'Capabilities: [50] <chain looped>');
    expectRefusal(shown, 'lspci.contradiction', lineOf(decoded, pf, 'Capabilities: [50]'), 'leads back');
  });
});
