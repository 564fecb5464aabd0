import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core/rules';

interface Menu {
  readonly command?: string;
  readonly submenu?: string;
}

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Setting>>;
}

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly publisher: string;
  readonly license: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly main: string;
  readonly browser: string;
  readonly l10n: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown };
    readonly virtualWorkspaces: unknown;
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly { readonly icon: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly icon: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly snippets: readonly { readonly path: string; readonly language: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const root = process.cwd();
const textOf = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const json = (...path: string[]): unknown => JSON.parse(textOf(...path));

const manifest = json('package.json') as Manifest;
const strings = json('package.nls.json') as Record<string, string>;
const { contributes } = manifest;
const settings = contributes.configuration.properties;
const codes = rules.map(({ code }) => code as string).sort();
const commands = contributes.commands.map(({ command }) => command).sort();

/** The text of all files of the extension. */
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => textOf('src', file))
  .join('\n');

/** A PNG file's width and height, from the header that follows its signature. */
function pngSize(...path: string[]): { width: number; height: number } {
  const bytes = readFileSync(join(root, ...path));
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', 'it must be a PNG');
  assert.equal(bytes.subarray(12, 16).toString('latin1'), 'IHDR');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('the rules in the manifest', () => {
  const own = settings['conferenceNotes.rules'];

  it('are listed once each', () => {
    assert.deepEqual(codes, [...new Set(codes)]);
  });

  it('each have a page, and no page is left over', () => {
    const pages = readdirSync(join(root, 'docs', 'rules'))
      .filter((file) => file.endsWith('.md') && file !== 'README.md')
      .map((file) => file.slice(0, -'.md'.length));
    assert.deepEqual(pages.sort(), codes);
  });

  it('each have a setting with all severities', () => {
    assert.deepEqual(Object.keys(own?.properties ?? {}).sort(), codes);
    assert.equal(own?.additionalProperties, false);
    for (const [code, setting] of Object.entries(own.properties ?? {})) {
      assert.deepEqual(setting.enum, ['default', 'error', 'warning', 'info', 'hint', 'off'], code);
      assert.equal(setting.default, 'default', code);
      assert.equal(setting.description, `%rule.${code}%`);
    }
  });

  it('each have a string, which is the title of their page', () => {
    const named = Object.keys(strings).flatMap((key) => (key.startsWith('rule.') ? [key.slice(5)] : []));
    assert.deepEqual(named.sort(), codes);
    for (const code of codes) {
      const [title] = textOf('docs', 'rules', `${code}.md`).split('\n');
      assert.equal(title, `# ${code}: ${strings[`rule.${code}`] ?? ''}`);
    }
  });
});

describe('the strings of the manifest', () => {
  it('are all there, and all used', () => {
    const used = [...textOf('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('are not empty', () => {
    assert.deepEqual(
      Object.entries(strings).filter(([, text]) => text.trim() === ''),
      [],
    );
  });

  it('of the source are collected in English', () => {
    const bundle = json(manifest.l10n, 'bundle.l10n.json') as Record<string, string>;
    assert.ok(Object.keys(bundle).length > 0);
    assert.deepEqual(
      Object.entries(bundle).filter(([key, text]) => key !== text),
      [],
    );
  });
});

describe('the manifest', () => {
  it('names the extension, its publisher and its licence', () => {
    assert.match(manifest.name, /^[a-z][a-z-]+$/);
    assert.match(manifest.publisher, /^[a-z][a-z-]+$/);
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.equal(manifest.displayName, '%displayName%');
    assert.equal(manifest.description, '%description%');
    assert.equal(manifest.license, 'MIT');
    assert.match(textOf('LICENSE'), /^MIT License/);
  });

  it('has an icon that is large enough for the Marketplace', () => {
    const { width, height } = pngSize(manifest.icon);
    assert.equal(width, height);
    assert.ok(width >= 128, `${width} px`);
  });

  it('asks for the very VS Code whose types it is checked against', () => {
    const minimum = manifest.engines.vscode.replace(/^\^/, '');
    assert.equal(manifest.devDependencies['@types/vscode'], minimum);
    const types = json('node_modules', '@types', 'vscode', 'package.json') as { version: string };
    assert.equal(types.version, minimum);
  });

  it('runs in the Node and in the web host, in Restricted Mode and in virtual workspaces', () => {
    assert.match(manifest.main, /^\.\/dist\/.+\.js$/);
    assert.match(manifest.browser, /^\.\/dist\/.+\.js$/);
    assert.notEqual(manifest.main, manifest.browser);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('starts where there is Markdown, and nowhere else', () => {
    assert.deepEqual([...manifest.activationEvents].sort(), [
      'onLanguage:markdown',
      'onWebviewPanel:conferenceNotes.preview',
    ]);
  });

  it('registers all of its commands, and no other', () => {
    assert.deepEqual(commands, [...new Set(commands)]);
    const registered = [...source.matchAll(/registerCommand\(\s*['"`](conferenceNotes\.[\w.]+)['"`]/g)];
    assert.deepEqual(registered.map(([, id = '']) => id).sort(), commands);
  });

  it('has menus and keys for its own commands alone', () => {
    const called = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(
      ({ command }) => command,
    );
    assert.deepEqual(
      called.filter((command) => command === undefined || !commands.includes(command)),
      [],
    );
  });

  it('takes keys in Markdown files and in its own view alone', () => {
    const isOwn = /\beditorLangId == markdown\b|\bfocusedView == conferenceNotes\.\w+/;
    assert.deepEqual(
      contributes.keybindings.filter(({ when = '' }) => !isOwn.test(when)),
      [],
    );
  });

  it('reads every setting that it offers, and offers every one that it reads', () => {
    const read = [...textOf('src', 'workspace', 'settings.ts').matchAll(/\.get<[^(]+>\(\s*'([\w.]+)'/g)];
    assert.deepEqual(
      read.map(([, name = '']) => `conferenceNotes.${name}`).sort(),
      Object.keys(settings).sort(),
    );
  });

  it('describes every setting and gives it a default', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.ok(setting.description ?? setting.markdownDescription, name);
      assert.notEqual(setting.default, undefined, name);
    }
  });

  it('points at snippets and grammars that can be read', () => {
    for (const { path } of contributes.snippets) {
      assert.ok(Object.keys(json(path) as object).length > 0, path);
    }
    for (const { path, scopeName } of contributes.grammars) {
      assert.equal((json(path) as { scopeName: string }).scopeName, scopeName, path);
    }
  });

  it('leaves no snippets or grammar out', () => {
    const files = [
      ...readdirSync(join(root, 'snippets')).map((file) => `./snippets/${file}`),
      ...readdirSync(join(root, 'syntaxes')).map((file) => `./syntaxes/${file}`),
    ];
    const listed = [...contributes.snippets, ...contributes.grammars].map(({ path }) => path);
    assert.deepEqual(
      files.filter((file) => file.endsWith('.json') || file.endsWith('.code-snippets')).sort(),
      listed.sort(),
    );
  });

  it('has no dependency that CONTRIBUTING.md does not account for', () => {
    const contributing = textOf('CONTRIBUTING.md');
    const listed = (heading: string) => {
      const section = contributing.split(`\n### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
      return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name).sort();
    };
    assert.deepEqual(listed('At run time'), Object.keys(manifest.dependencies).sort());
    assert.deepEqual(listed('For development'), Object.keys(manifest.devDependencies).sort());
  });

  it('has no command for contributors that CONTRIBUTING.md does not tell', () => {
    const contributing = textOf('CONTRIBUTING.md');
    const told = (name: string) =>
      contributing.includes(`| \`npm run ${name}\` |`) || contributing.includes(`| \`npm ${name}\` |`);
    assert.deepEqual(
      Object.keys(manifest.scripts).filter((name) => !told(name)),
      [],
    );
  });

  it('names files that exist', () => {
    const icons = [
      ...Object.values(contributes.viewsContainers).flat(),
      ...Object.values(contributes.views).flat(),
    ].map(({ icon }) => icon);
    const paths = [manifest.icon, manifest.l10n, ...icons, ...contributes.grammars.map(({ path }) => path)];
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});
