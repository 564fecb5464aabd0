/** Languages whose words are mostly not coloured, so that Hugo counts them. */
const MOSTLY_PLAIN = /^(?:console|bash|sh|shell|zsh|python|py|ruby|rb|sql|ini|toml|dockerfile|docker)$/;

/** Languages in which nothing is coloured. */
const PLAIN = /^(?:text|txt|plain|plaintext|no-highlight)$/;

/** The languages that Chroma 2.27 colours, by all their names and the endings of their files (lexers/embedded). */
const COLOURED: ReadonlySet<string> = new Set(
  (
    '1p 1s 1s:enterprise 3pm 6pl 6pm abap abl abnf aconf actionscript actionscript3 ada ada2005 ada95 adb ads ' +
    'agda ahk ahkl al alloy als ampl angular2 ansible antlr apache apacheconf apl applescript aql arduino arexx ' +
    'armasm art arturo as as3 asm astro atl au3 autohotkey autoit automount aux avsc awk b b3d bal ballerina bas ' +
    'bash bash-session basic bat batch batchfile bb beef bf bib bibtex bicep bind blitzbasic bnf bplus bqn ' +
    'brainfuck bsdmake build bzl c c# c++ c3 c3i c3t caddy caddy-d caddyfile caddyfile-d caddyfile-directives ' +
    'capnp cassandra cassette cc cdf ceylon cf cf3 cfengine3 cfg cfs cfstatement cginc chai chaiscript chapel ' +
    'cheetah chpl cjs cl clj clojure cls cmake cmd cob cobol coffee coffee-script coffeescript common-lisp ' +
    'console container containerfile coq core cp cpp cpy cql cr crystal cs csh csharp csproj css csv cts cucumber ' +
    'cue cxx cython d dal dart dax decls def desktop desktop_entry device devicetree di diff django django/jinja ' +
    'dns dnssd docker dockerfile dosbatch dosini dpk dpr dtd dts dtsi duby dyl dylan dzn ebnf ebuild ecl eclass ' +
    'edn eex el elisp elixir elm emacs emacs-lisp emacslisp env epf eps epsf epsi erb erf erl erlang es escript ' +
    'ex exheres-0 exlib exs f f03 f90 f95 factor fallback feature fennel fish fishshell fnl forth fortran ' +
    'fortranfixed frag frt fs fsharp fsi fsproj fth fun fx fxh fzn garden gas gawk gd gd3 gdscript gdscript3 ' +
    'gemfile gemfile-lock gemfile.lock gemfilelock gemini gemspec gemtext genshi genshitext geo gettext gherkin ' +
    'gleam glsl gmi gmni gnuplot go go-html-template go-template go-text-template golang gotmpl gql gradle ' +
    'graphql graphqls groff groovy gsed h h++ ha handlebars hare haskell haxe hbs hc hcl hexdump hh hlb hlsl ' +
    'hlsli holyc hpp hrl hs htm html html+erb html+genshi html+kid html+ruby http hurl hx hxsl hxx hy hylang hypr ' +
    'hyprlang i idc idr idris igor igorpro ijs image inc inf ini ino intr io ipf iscdhcpd j janet java ' +
    'java-properties javascript jdn jinja jl jq js jsm json json5 jsonata jsonc jsonl jsonnet jsx julia jungle jy ' +
    'kak kakoune kakrc kakscript kdl kid kotlin ksh kt kts kube lateralus latex lean lean4 libsonnet lighttpd ' +
    'lighty lilypond link lisp ll llvm load lox lpk lpr ltl lua luau ly m m2 ma mak make makefile mako man mao ' +
    'mariadb markdown markless mason materialize mathematica matlab mawk mbt mc mcad mcf mcfunction md meson ' +
    'meson.build mess metal mf mhtml mi microcad minizinc mjs mk mkd ml mli mlir mll mly mma mo mod modelica ' +
    'modula-2 modula2 mojo monkeyc moon moonbit moonscript morrowind morrowindscript mount mt mts mwscript mx ' +
    'myghty mysql myt mzn mzsql nasm natural nawk nb nbp ndisasm netdev network newspeak ng2 nginx nim nimrod nix ' +
    'nixos no-highlight nqp nroff ns2 ns7 nsa nsc nsg nsh nsi nsis nsl nsm nsn nsp nss nu obj-c objc objective-c ' +
    'objectivec objectpascal ocaml octave odin ones onesenterprise openedge openedgeabl openscad org orgmode p p6 ' +
    'p6l p6m pacmanconf pas patch path pbtxt pc perl perl6 pfa php php3 php4 php5 phtml pig pkgconfig pl pl/pgsql ' +
    'pl6 plain plaintext plan9rc plc plot plpgsql plt plutus-core pm pm6 pml po pod pony posh postgres postgresql ' +
    'postscr postscript pot pov povray powerquery powershell pp pq pr prm pro proc progress prolog prom promela ' +
    'promql properties proto protobuf prql ps ps1 psd1 psl psm1 puppet pwsh pxd pxi py py2 py3 pyi pyrex python ' +
    'python2 python3 pyw pyx qbasic qbs qml qrc r racket ragel rake raku rakudoc rakumod rakutest rb rbw rbx rc ' +
    're react reason reasonml reg registry rego rei rest restructuredtext rex rexx rform rgbasm rh rhtml ring rkt ' +
    'rktd rktl rpgle rpmspec rq rs rss rst ruby run rust rvt rx s sage salt sas sass sc scad scala scd scdoc sce ' +
    'scheme sci scilab scm scope scss sed service sh sh-session shell shell-session sieve sig siv slice sls smali ' +
    'smalltalk smarty sml snbt snobol socket sol solidity sourcepawn sp spade sparql spec spitfire splus spt sql ' +
    'sqlrpgle squeak squid squid.conf squidconf ss ssed st star starlark stas styl stylus sv svelte svg svh swap ' +
    'swift systemd systemverilog t t-sql t42 tablegen tac tal tape target tasm tcl tcsh td templ termcap terminfo ' +
    'terraform tex text textpb textproto tf thrift timer tmpl toc toml tpl tpp tradingview transact-sql trig ts ' +
    'tsql tst tsx ttl tu turing turtle tv twig txt txtpb typ typescript typoscript typoscriptcssdata ' +
    'typoscripthtmldata typst uc ucad ucode udiff uxntal v vala vapi vb vb.net vbnet vcxproj verilog vert vhd ' +
    'vhdl vhs vim viml vlang volume vsh vshell vtt vue vuejs vv w wast wat wdte webvtt wgsl whiley winbatch wl ' +
    'wlua wsdl wsf xhtml xml xml+genshi xml+kid xorg xorg.conf xsd xsl xslt yaml yaml+jinja yang yml z80 zed zig ' +
    'zon zone zsh zshrc µcad 🔥'
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
