// class result → the CSV files in which learning platforms take grades back
//
// A submission that could not be read, or on which the grader failed, has no row in them: nobody gets a 0 for that by an import.

import type { Owner } from '../hand-ins/platforms';
import { isFault, isMissing, type ClassResult, type SubmissionResult } from '../run/result';
import { csv } from './csv';

/**
 * Canvas: "Gradebook > Import". It finds a learner by `ID`, else by `SIS User ID`, `SIS Login ID` or the name, and the
 * assignment by the title of the last column; a title that is new makes a new assignment of that many points.
 */
export function canvasReport(result: ClassResult): string {
  const graded = result.submissions.filter(isGraded);
  const points = result.submissions[0]?.points ?? 0;
  return csv([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', titleOf(result)],
    ['    Points Possible', '', '', '', '', points],
    ...graded.map(({ name, owner, score }) => {
      const id = owner?.platform === 'canvas' ? (owner.id ?? '') : '';
      const login = loginOf(name, owner);
      const [user, sis] = /^\d+$/.test(login) ? [login, ''] : ['', login];
      return [owner?.name ?? plainName(name), id, user, sis, '', score];
    }),
  ]);
}

/**
 * Moodle: as the grading worksheet of the assignment ("Upload grading worksheet"), which finds a learner by `Identifier`; or
 * with "Grades > Import > CSV file", where a column is chosen to find learners by, such as `Email address` or `Username`.
 *
 * The worksheet changes a grade that is there already only with "Allow updating records that have been modified more
 * recently". It is not for group assignments: the number in the names of their folders is that of the group.
 */
export function moodleReport(result: ClassResult): string {
  const header = [
    'Identifier',
    'Full name',
    'Username',
    'Email address',
    'Grade',
    'Maximum Grade',
    'Last modified (grade)',
  ];
  const rows = result.submissions.filter(isGraded).map(({ name, owner, score, points }) => {
    const participant = owner?.platform === 'moodle' ? `Participant ${owner.id}` : '';
    const login = loginOf(name, owner);
    const [user, email] = login.includes('@') ? ['', login] : [login, ''];
    return [participant, owner?.name ?? '', user, email, score, points, ''];
  });
  return csv([header, ...rows]);
}

const isGraded = (one: SubmissionResult) => !isMissing(one) && !one.exercises.some(isFault);

/** The name of a submission that nothing but its owner gave: that of a folder or an archive. */
const plainName = (name: string) =>
  name
    .split('/')
    .at(-1)!
    .replace(/\.(?:zip|tar|tgz|tar\.gz)$/i, '');

/** The user name, number or address that a folder or an archive is called by; a platform's own number is none of them. */
const loginOf = (name: string, owner: Owner | undefined) =>
  owner === undefined ? plainName(name) : owner.platform === 'blackboard' ? owner.id! : '';

/** One exercise has its own column; more are the course. */
function titleOf({ course, submissions }: ClassResult): string {
  const exercises = submissions[0]?.exercises ?? [];
  return exercises.length === 1 ? exercises[0].slug : course;
}
