import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { type Contacts, contactsOf } from './contacts';
import { contactsByGroup, contactsByTimes } from './infer';
import type { CampaignParams } from './params';

/**
 * The users behind contacts: of all (`groups[0]`), of a group (`groups.NEWS.opened`) or of a band
 * (`frequency[1].acted`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: CampaignParams, path: string): Uint32Array {
  const contacts = contactsOf(input, params);
  const [list, at, field] = parsePath(path);
  const some = partAt(contacts, params, list, at);
  const marked = some.filter((i) => {
    if (field === 'opened') return contacts.opened[i] === 1;
    if (field === 'acted') return contacts.acted[i] === 1;
    return field !== 'actedOfOpened' || (contacts.opened[i] === 1 && contacts.acted[i] === 1);
  });
  return Uint32Array.from(new Set(Array.from(marked, (i) => contacts.user[i]!)));
}

function partAt(
  contacts: Contacts,
  { bands }: CampaignParams,
  list: string | number | undefined,
  at: string | number | undefined,
): Uint32Array {
  if (list === 'groups' && at === 0) return Uint32Array.from(contacts.user.keys());
  const parts =
    list === 'groups'
      ? contactsByGroup(contacts).map((part, i) => ({ ...part, index: i + 1 }))
      : list === 'frequency'
        ? contactsByTimes(contacts, bands)
            .filter(({ some }) => some.length > 0)
            .map((part, i) => ({ ...part, index: i }))
        : [];
  const found = parts.find(({ name, index }) => name === at || index === at);
  return found?.some ?? new Uint32Array(0);
}
