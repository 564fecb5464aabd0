import assert from 'node:assert/strict';
import { assertFinding, check, codes } from '../support';

const TEXT = 'Jekyll will print the front matter as text: ';
const STOP = 'Hugo will stop the build of the whole site: ';

describe('unclosed-fence', () => {
  const open = '⟦---⟧\ntitle: Hello\ntags: [a]\n\nFirst paragraph.\n';

  it('closes the front matter behind its last field', () => {
    const fixed = '---\ntitle: Hello\ntags: [a]\n---\n\nFirst paragraph.\n';
    const cause = 'the front matter is not closed by a line of `---`.';
    assertFinding('jekyll', 'unclosed-fence', open, { severity: 'error', message: TEXT + cause, fixed });
    assertFinding('hugo', 'unclosed-fence', open, { severity: 'error', message: STOP + cause, fixed });
  });

  it('mends a closing line that is too long, where it counts', () => {
    const long = '---\ntitle: Hello\n⟦----⟧\nFirst paragraph.\n';
    assertFinding('jekyll', 'unclosed-fence', long, {
      severity: 'error',
      message: `${TEXT}the front matter is not closed by a line of \`---\`.`,
      fixed: '---\ntitle: Hello\n---\nFirst paragraph.\n',
    });
    assert.ok(!codes(check('hugo', long.replace(/[⟦⟧]/g, ''))).includes('unclosed-fence'));
  });

  it('closes TOML with its own fence', () => {
    assertFinding('hugo', 'unclosed-fence', '⟦+++⟧\ntitle = "Hello"\n\nFirst.\n', {
      severity: 'error',
      message: `${STOP}the front matter is not closed by a line of \`+++\`.`,
      fixed: '+++\ntitle = "Hello"\n+++\n\nFirst.\n',
    });
  });

  it('keeps list items and CRLF together', () => {
    assertFinding('jekyll', 'unclosed-fence', '⟦---⟧\r\ntitle: Hello\r\ntags:\r\n  - a\r\n\r\nFirst.\r\n', {
      severity: 'error',
      message: `${TEXT}the front matter is not closed by a line of \`---\`.`,
      fixed: '---\r\ntitle: Hello\r\ntags:\r\n  - a\r\n---\r\n\r\nFirst.\r\n',
    });
  });

  it('takes a rule at the top of a note for no fence', () => {
    assert.deepEqual(check('jekyll', '---\n\nJust text below a rule.\n'), []);
  });
});

describe('text-before-fence', () => {
  it('removes blanks that only Jekyll minds', () => {
    assertFinding('jekyll', 'text-before-fence', '\n⟦---⟧\ntitle: Hello\n---\nFirst.\n', {
      severity: 'error',
      message: `${TEXT}nothing may stand before its first line.`,
      fixed: '---\ntitle: Hello\n---\nFirst.\n',
    });
    assert.ok(!codes(check('hugo', '\n---\ntitle: Hello\n---\nFirst.\n')).includes('text-before-fence'));
  });

  it('moves text behind the front matter', () => {
    const marked = '⟦<!-- mine -->⟧\n---\ntitle: Hello\n---\nFirst.\n';
    // Right above the text, so that the excerpt is not the comment alone.
    const fixed = '---\ntitle: Hello\n---\n\n<!-- mine -->\nFirst.\n';
    assertFinding('jekyll', 'text-before-fence', marked, {
      severity: 'error',
      message: `${TEXT}nothing may stand before its first line.`,
      fixed,
    });
    assertFinding('jekyll', 'text-before-fence', '⟦By me.⟧\n---\ntitle: Hello\n---\nFirst.\n', {
      severity: 'error',
      message: `${TEXT}nothing may stand before its first line.`,
      fixed: '---\ntitle: Hello\n---\n\nBy me.\n\nFirst.\n',
    });
  });
});

describe('text-before-fence is silent on notes', () => {
  it('with rules between talks', () => {
    const notes = '# Notes\n\nSpeaker: Ann\n\n---\nSpeaker: Bob\nRoom: 1\n\n---\nText.\n';
    for (const generator of ['jekyll', 'hugo', 'generic'] as const) {
      assert.deepEqual(check(generator, notes), []);
    }
  });
});

describe('an example is no front matter', () => {
  it('in a code block, or below a heading', () => {
    for (const text of [
      'How to:\n\n```markdown\n---\ntitle: Hello\n---\n```\n',
      '# How to\n\nText.\n\n---\ntitle: Hello\n---\n',
    ]) {
      for (const generator of ['jekyll', 'generic'] as const) {
        assert.deepEqual(check(generator, text), []);
      }
    }
  });
});

describe('unread-fence', () => {
  it('shortens an opening line that is too long', () => {
    assertFinding('jekyll', 'unread-fence', '⟦----⟧\ntitle: Hello\n---\nFirst.\n', {
      severity: 'error',
      message: `${TEXT}\`----\` does not open front matter.`,
      fixed: '---\ntitle: Hello\n---\nFirst.\n',
    });
  });

  it('shortens a closing line that is too long with it', () => {
    assertFinding('jekyll', 'unread-fence', '⟦----⟧\ntitle: Hello\n----\nFirst.\n', {
      severity: 'error',
      message: `${TEXT}\`----\` does not open front matter.`,
      fixed: '---\ntitle: Hello\n---\nFirst.\n',
    });
  });

  it('says that Jekyll reads no TOML', () => {
    assertFinding('jekyll', 'unread-fence', '⟦+++⟧\ntitle = "Hello"\n+++\nFirst.\n', {
      severity: 'error',
      message: `${TEXT}it reads YAML, not TOML.`,
      fixed: '---\ntitle: Hello\n---\nFirst.\n',
    });
  });

  it('says what Hugo does with a language behind the fence', () => {
    const marked = '⟦---js⟧\n{title: "Hel"+"lo"}\nx: 1\n---\nFirst.\n';
    assertFinding('hugo', 'unread-fence', marked, {
      severity: 'error',
      message: `${STOP}\`---js\` does not open front matter.`,
    });
    assert.deepEqual(codes(check('hugo', marked.replace(/[⟦⟧]/g, ''))), ['unread-fence']);
  });
});
