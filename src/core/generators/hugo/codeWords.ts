/** Languages whose words are mostly not coloured, so that Hugo counts them. */
const MOSTLY_PLAIN = /^(?:console|bash|sh|shell|zsh|python|py|ruby|rb|sql|ini|toml|dockerfile|docker)$/;

/** Languages in which nothing is coloured. */
const PLAIN = /^(?:text|plain|plaintext|no-highlight)$/;

/** The languages that Chroma 2.27 colours, by all their names (lexers/embedded); of a name with a dot it takes the ending. */
const COLOURED: ReadonlySet<string> = new Set(
  (
    '1s 1s:enterprise abap abl abnf aconf actionscript actionscript3 ada ada2005 ada95 agda ahk al alloy ampl ' +
    'angular2 ansible antlr apache apacheconf apl applescript aql arduino arexx armasm art arturo as as3 asm ' +
    'astro atl autohotkey autoit awk b3d ballerina bash bash-session basic bat batch batchfile beef bf bib bibtex ' +
    'bicep bind blitzbasic bnf bplus bqn brainfuck bsdmake c c# c++ c3 caddy caddy-d caddyfile caddyfile-d ' +
    'caddyfile-directives capnp cassandra cassette ceylon cf3 cfengine3 cfg cfs cfstatement chai chaiscript ' +
    'chapel cheetah chpl cl clj clojure cmake cobol coffee coffee-script coffeescript common-lisp console ' +
    'containerfile coq core cpp cql cr crystal csh csharp css csv cucumber cue cython d dart dax desktop ' +
    'desktop_entry devicetree diff django django/jinja dns docker dockerfile dosbatch dosini dtd dts duby dylan ' +
    'ebnf edn elisp elixir elm emacs emacs-lisp emacslisp erb erlang ex exs f90 factor fallback fennel fish ' +
    'fishshell fnl forth fortran fortranfixed fsharp garden gas gawk gd gd3 gdscript gdscript3 gemfile-lock ' +
    'gemfile.lock gemfilelock gemini gemtext genshi genshitext gettext gherkin gleam glsl gmi gmni gnuplot go ' +
    'go-html-template go-template go-text-template golang gql graphql graphqls groff groovy gsed handlebars hare ' +
    'haskell haxe hbs hcl hexdump hlb hlsl holyc hs html html+erb html+genshi html+kid html+ruby http hurl hx ' +
    'hxsl hy hylang hypr hyprlang idr idris igor igorpro ini io iscdhcpd j janet java java-properties javascript ' +
    'jinja jl jq js json jsonata jsonl jsonnet jsx julia jungle kak kakoune kakrc kakscript kdl kid kotlin ksh ' +
    'lateralus latex lean lean4 lighttpd lighty lilypond lisp llvm lox ltl lua luau m2 make makefile mako man ' +
    'mariadb markdown markless mason materialize mathematica matlab mawk mbt mcf mcfunction md meson meson.build ' +
    'mess metal mf microcad minizinc mkd mlir mma modelica modula-2 modula2 mojo monkeyc moon moonbit moonscript ' +
    'morrowind morrowindscript mwscript myghty mysql mzn mzsql nasm natural nawk nb ndisasm newspeak ng2 nginx ' +
    'nim nimrod nix nixos no-highlight nroff nsh nsi nsis nu obj-c objc objective-c objectivec objectpascal ocaml ' +
    'octave odin ones onesenterprise openedge openedgeabl openscad org orgmode pacmanconf perl perl6 php php3 ' +
    'php4 php5 phtml pig pkgconfig pl pl/pgsql pl6 plain plaintext plan9rc plc plpgsql plutus-core po pony posh ' +
    'postgres postgresql postscr postscript pot pov povray powerquery powershell pq progress prolog promela ' +
    'promql properties proto protobuf prql ps1 psd1 psl psm1 puppet pwsh py py2 py3 pyrex python python2 python3 ' +
    'pyx qbasic qbs qml r racket ragel raku rb rc react reason reasonml reg registry rego rest restructuredtext ' +
    'rexx rgbasm rhtml ring rkt rpgle rpmspec rs rst ruby rust s sage salt sas sass scala scdoc scheme scilab scm ' +
    'scss sed sh shell shell-session sieve sls smali smalltalk smarty sml snbt snobol sol solidity sourcepawn sp ' +
    'spade sparql spec spitfire splus sql sqlrpgle squeak squid squid.conf squidconf ssed st starlark stas stylus ' +
    'sv svelte swift systemd systemverilog t-sql tablegen tal tape tasm tcl tcsh templ termcap terminfo terraform ' +
    'tex text tf thrift toml tradingview transact-sql ts tsql tsx turing turtle tv twig txtpb typescript ' +
    'typoscript typoscriptcssdata typoscripthtmldata typst ucode udiff uxntal v vala vapi vb.net vbnet verilog ' +
    'vhdl vhs vim viml vlang vsh vshell vtt vue vuejs wast wat wdte webvtt wgsl whiley winbatch xml xml+genshi ' +
    'xml+kid xorg xorg.conf yaml yaml+jinja yang z80 zed zig zone zsh µcad 🔥'
  ).split(' '),
);

/** Code blocks as goldmark has them rendered, with their language. */
const BLOCK =
  /<pre tabindex="0"><code class="language-([^"\s]*)( numbered)?" data-lang="[^"]*">([^<]*)<\/code><\/pre>/g;

/** Which of the possible numbers of words is wanted: it depends on what is coloured, which is not known. */
export type Estimate = 'least' | 'likely' | 'most';

/** What numbered lines bring along: cells of a table, and a style in two words. */
const NUMBERED_BLOCK = 12;
const NUMBERED_LINE = 5;

/** Whether there is code in a page of which it is not known how many words Hugo counts in it. */
export function hasUnknownCode(html: string): boolean {
  if (!html.includes(' data-lang=')) {
    return false;
  }
  for (const [, language = '', numbered, code = ''] of html.matchAll(BLOCK)) {
    const isNumbered = numbered !== undefined;
    if (wordsOf(language, isNumbered, code, 'least') !== wordsOf(language, isNumbered, code, 'most')) {
      return true;
    }
  }
  return false;
}

/**
 * Puts as many words in the places of coloured code blocks as Hugo counts in them. It counts words of HTML but leaves out
 * what looks like an attribute, and with it the first word behind each: of code that is coloured (which ours is not) few
 * words are left but the ends of lines, and what goes on after the first word of a comment or a string. Which words are
 * coloured depends on the language.
 */
export function countedCode(html: string, estimate: Estimate): string {
  return html.includes(' data-lang=')
    ? html.replace(BLOCK, (block, language: string, numbered: string | undefined, code: string) => {
        const count = wordsOf(language, numbered !== undefined, code, estimate);
        return count === null ? block : ` ${'w '.repeat(count)}`;
      })
    : html;
}

function words(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Null where the code is not coloured: its words are counted like all others. */
function wordsOf(written: string, isNumbered: boolean, code: string, estimate: Estimate): number | null {
  const language = written.toLowerCase();
  if (!COLOURED.has(language) && !language.includes('.')) {
    return null;
  }
  const lines = code.replace(/\n$/, '').split('\n');
  // `data-lang=…` does not look like an attribute, and neither do the tags between two lines.
  const fixed = lines.length;
  if (PLAIN.test(language) && !isNumbered) {
    return fixed + sum(lines, behindFirst);
  }
  switch (estimate) {
    case 'least':
      return isNumbered ? 0 : fixed;
    case 'most':
      return (
        fixed + sum(lines, behindFirst) + (isNumbered ? NUMBERED_BLOCK + NUMBERED_LINE * lines.length : 0)
      );
    case 'likely':
      return fixed + sum(lines, MOSTLY_PLAIN.test(language) ? behindFirst : goesOn);
  }
}

function sum(lines: readonly string[], count: (line: string) => number): number {
  return lines.reduce((total, line) => total + count(line), 0);
}

/** A word at the start of a line stands behind a style, which hides it. */
function behindFirst(line: string): number {
  return words(line) - (/^\S/.test(line) ? 1 : 0);
}

function goesOn(line: string): number {
  const inner = line.match(/(?:#|\/\/|--) .*|&quot;.*?&quot;|"[^"]*"|'[^']*'/g) ?? [];
  return inner.reduce((count, part) => count + Math.max(0, words(part) - 1), 0);
}
