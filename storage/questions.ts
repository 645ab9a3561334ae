import { database } from './database';
import { parseRecords } from './parse';
import { questionSchema } from './records';
import type { QuestionRecord } from './records';

/** What customers asked from `from` to before `to`, epoch ms, newest first; at most `limit`. */
export async function questionsBetween(from: number, to: number, limit = 20_000): Promise<QuestionRecord[]> {
  const stored = await database.questions.where('at').between(from, to).reverse().limit(limit).toArray();
  return parseRecords('questions', questionSchema, stored).records;
}
