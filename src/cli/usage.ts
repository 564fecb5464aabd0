/** What `--help` tells, and what stands below a complaint about the command line. */
export const USAGE = `Usage: conference-notes show|check|tags [PATH…] [options]
       conference-notes tags rename OLD NEW [PATH…] [options]

  show          what the site generator will do with each report, its excerpt, take-aways and talks
  check         what is wrong with each report
  tags          the tags of all reports, the most used first, and those that differ only in spelling
  tags rename   the change that gives a tag another name in all reports, as a diff for \`git apply\` in this folder
  PATH          a report, or a folder whose reports are meant; the current folder where none is given;
                \`-\` is a report on standard input, for show, check and tags

  --generator jekyll|hugo|generic        instead of the one that is detected
  --generator-version V                  instead of the version that is detected
  --now ISO                              the moment of the build; now where it is not given
  --time-zone Z                          the site's time zone
  --format pretty|json                   check also: github, sarif
  --fail-on error|warning|info           check: the level from which on the exit code is 1; error where not given
  --schema FILE                          check: a JSON Schema that the fields must fit
  --vocabulary FILE                      check: the tags to use, as \`{ "data science": ["DS"], "aws": [] }\`
  --only-vocabulary                      check: report every tag that is not in it
  --fix                                  check: apply the preferred fixes; with \`-\` the fixed text is printed, and what
                                         was found goes to standard error
  --stdin-path PATH                      with \`-\`: the file that is meant, whose folder tells the site and the generator
  --taxonomy tags|categories|keywords    tags, tags rename: what is meant; tags where not given
  --write                                tags rename: change the files
  --version                              the version of this program
  --help, -h                             this text

Files are changed whole or not at all, and only if they are still as they were read.
Exit code: 0 nothing at or above the level, 1 something, or no report has the tag to rename, 2 bad usage, a path that cannot be
read or changed, or an output that cannot be written.
`;
