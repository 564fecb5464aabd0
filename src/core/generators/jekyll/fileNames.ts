import type { FileNames } from '../generator';
import { datedName, isPostPath } from './paths';
import { readDateText } from './values';

/** How the files of posts and drafts are named (Document::DATE_FILENAME_MATCHER, readers/post_reader.rb). */
export const jekyllFileNames: FileNames = {
  dayOf: (path, site) => {
    const name = isPostPath(path) ? datedName(path) : null;
    return name && { written: name.date, reading: readDateText(name.date, site, 0) };
  },
  withDay: (path, day) => {
    const { folder, name } = parts(path);
    const dated = datedName(path);
    return `${folder}${day}-${dated ? dated.slug + dated.extension : name}`;
  },
  asDraft: (path) => {
    if (!isPostPath(path)) {
      return null;
    }
    const { folder, name } = parts(path);
    const dated = datedName(path);
    const drafts = folder.replace(/(^|\/)_posts\//, '$1_drafts/');
    return drafts + (dated && dated.slug !== '' ? dated.slug + dated.extension : name);
  },
  asPost: (path, day) => {
    const { folder, name } = parts(path);
    const posts = folder.replace(/(^|\/)_drafts\//, '$1_posts/');
    return posts === folder ? null : `${posts}${datedName(path) ? name : `${day}-${name}`}`;
  },
};

function parts(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, slash), name: path.slice(slash) };
}
