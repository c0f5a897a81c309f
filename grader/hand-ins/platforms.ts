// names that learning platforms give to hand-ins → whose they are, and what the file was called

/** Whose hand-in it is, as the platform says: for the forms in which grades go back. */
export interface Owner {
  platform: 'canvas' | 'moodle' | 'blackboard' | 'brightspace' | 'gradescope';
  /** Canvas: user id. Moodle: number of the participant. Blackboard: user name. */
  id?: string;
  name?: string;
}

export interface PlatformName {
  /** The same for everything of one learner, and of nobody else. */
  key: string;
  owner: Owner;
  /** The name of the file as it was handed in; undefined for a folder. */
  file?: string;
  /** Sorts the attempts of a learner, the newest last. */
  attempt?: string;
}

type Groups = Record<string, string>;
const forms: { pattern: RegExp; of: (groups: Groups) => PlatformName }[] = [
  {
    // Jane Doe_4711_assignsubmission_file, and with "download as folders" off: …_file_hand-in.zip
    pattern: /^(?<key>(?<name>.+)_(?<id>\d+))_assignsubmission_[a-z]+_?(?<file>.+)?$/,
    of: ({ key, name, id, file }) => ({ key, owner: { platform: 'moodle', id, name }, file }),
  },
  {
    // Homework 1_jdoe_attempt_2024-01-01-10-00-00_hand-in.zip, and a receipt without a name of its own: ….txt
    pattern: /^(?<key>.+_(?<id>[^_]+))_attempt_(?<attempt>\d{4}(?:-\d{2}){5})(?:_(?<file>.+)|(?<receipt>\.txt))$/,
    of: ({ key, id, attempt, file, receipt }) => ({
      key,
      owner: { platform: 'blackboard', id },
      attempt,
      file: file ?? `receipt${receipt}`,
    }),
  },
  {
    // 397063-2557369 - Jane Doe - Sep 24, 2024 926 PM, a folder, or with the name of a file behind it
    pattern:
      /^(?<key>(?<id>\d+-\d+) - (?<name>.+?) - (?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+,? \d{4}) \d{3,4}(?: [AP]M)?)(?: - (?<file>.+))?$/i,
    of: ({ key, name, file }) => ({ key, owner: { platform: 'brightspace', name }, file }),
  },
  {
    // doejane_LATE_12345_67890_hand-in-1.zip; in an anonymous assignment anon_Ab3dE_67890_…
    pattern: /^(?<key>(?:(?<name>.+?)(?:_LATE)?_(?<id>\d+)|(?:LATE_)?anon_\w{5}))_\d+_(?<file>.+)$/,
    of: ({ key, name, id, file }) => ({ key, owner: { platform: 'canvas', id, name }, file }),
  },
  {
    // submission_123456789
    pattern: /^(?<key>submission_(?<id>\d+))$/,
    of: ({ key, id }) => ({ key, owner: { platform: 'gradescope', id } }),
  },
];

/** What a platform's name says; undefined for every other name. */
export function platformName(name: string): PlatformName | undefined {
  for (const { pattern, of } of forms) {
    const groups = pattern.exec(name)?.groups;
    if (groups) return of(groups as Groups);
  }
  return undefined;
}

/** Sorts the folders in which Teams and people keep their attempts, `Version 2` after `Version 1`; undefined for other folders. */
export function attemptIn(folder: string): string | undefined {
  const number = /^(?:version|attempt|v)[ _-]?(\d{1,3})$/i.exec(folder)?.[1];
  return number?.padStart(3, '0');
}
