import { z } from 'zod';
import { sealedSchema } from '../secrecy/seal';
import { id, line, site, time } from './fields';

/**
 * What is kept on customers: the file, and the timeline of notes, complaints, and follow-ups. Each
 * is parsed with its schema when it is read. Times are epoch ms; `updatedAt` is the time of the last
 * change, by which two computers are merged.
 */

export const customerClasses = ['A', 'B', 'C', 'D'] as const;
export type CustomerClass = (typeof customerClasses)[number];

/** From the least to the most secret. */
export const secrecies = ['open', 'secret', 'confidential', 'topSecret'] as const;
export type Secrecy = (typeof secrecies)[number];

/** What a record holds encrypted; the fields that it was taken from are empty while it is there. */
const sealed = sealedSchema.optional();

/** Ids of the versions up to this one, by which two computers are merged; see customers/versions.ts. */
const lineage = z.array(z.string().min(1).max(60)).max(200).default([]);

const tags = z.array(z.string().min(1).max(60)).max(50);
const orderNumbers = z.array(z.string().min(1).max(100)).max(200);
const otherNames = z.array(z.string().min(1).max(500)).max(50);

/** Fields that an empty one is filled from when two files are merged. */
export const joinableFields = ['contact', 'address', 'product', 'model', 'purchaseDate', 'classReason', 'owner'] as const;
const classAndFields = z.enum([...joinableFields, 'customerClass']);

/**
 * This file was merged into another one, the head. It stays as it was, with its site, key, and
 * timeline, so that both can be parted again.
 */
const joined = z.object({
  into: id,
  at: time,
  /** What the head had not and was given; taken from it again when they are parted. */
  gave: z.object({ fields: z.array(classAndFields), tags, orderNumbers, otherNames }),
});

export const customerSchema = z.object({
  id,
  site,
  /** The console's own key for this person. Two computers may each have made a file for one. */
  key: z.string().min(1).max(500),
  /** As the console shows it. */
  name: line(500),
  otherNames: otherNames.default([]),
  contact: line(500).default(''),
  address: line(1000).default(''),
  product: line(500).default(''),
  model: line(200).default(''),
  /** `2026-11-24`, or empty. */
  purchaseDate: z.union([z.literal(''), z.iso.date()]).default(''),
  orderNumbers: orderNumbers.default([]),
  tags: tags.default([]),
  customerClass: z.enum(customerClasses).nullable().default(null),
  /** What the class rests on. */
  classReason: line(1000).default(''),
  secrecy: z.enum(secrecies).default('open'),
  /** Whoever was asked first stays responsible. */
  owner: line(100).default(''),
  /** The file is to be checked by then; a quarter after the last check. */
  reviewDue: time.nullable().default(null),
  joined: joined.nullable().default(null),
  sealed,
  lineage,
  createdAt: time,
  updatedAt: time,
  /**
   * Last change of the file or its timeline, by which lists are ordered; no merge depends on it.
   * 0: in no list, since it was merged into another file.
   */
  activeAt: time.default(0),
});
export type CustomerFile = z.infer<typeof customerSchema>;

/** Text of an entry: empty only while it is sealed. */
const text = z.string().max(20_000);
const textOrSealed = (entry: { text: string; sealed?: unknown }) => entry.text !== '' || entry.sealed !== undefined;
const noText = { path: ['text'], message: 'empty' };

/** What every entry of a timeline has. */
const entry = {
  id,
  customerId: id,
  text,
  /** Who wrote it, as set in the settings; empty when nobody said. */
  author: line(100).default(''),
  sealed,
  lineage,
  createdAt: time,
  updatedAt: time,
};

export const noteSchema = z.object(entry).refine(textOrSealed, noText);
export type Note = z.infer<typeof noteSchema>;

export const severities = ['minor', 'serious', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const complaintSchema = z
  .object({
    ...entry,
    severity: z.enum(severities).default('minor'),
    /** When the customer complained; `createdAt` is when it was noted. */
    receivedAt: time,
    /** Deadlines by the limits of the day it was noted. */
    noteBy: time,
    answerBy: time,
    closeBy: time,
    answeredAt: time.nullable().default(null),
    steps: z.array(z.object({ at: time, text: line(2000), author: line(100) })).max(200).default([]),
    /** To whom it was passed up; empty when to nobody. */
    passedTo: line(200).default(''),
    settledHow: line(2000).default(''),
    settledAt: time.nullable().default(null),
    calledBackAt: time.nullable().default(null),
    /** Set only where it was settled and the customer called back. */
    closedAt: time.nullable().default(null),
    /** What the second look at a settled complaint found. */
    secondLook: z.object({ at: time, by: line(100), finding: line(2000) }).nullable().default(null),
    snoozedUntil: time.nullable().default(null),
    /** When to remind next; null once nothing is open. Kept by `remindAt` in customers/due.ts at each write. */
    remindAt: time.nullable().default(null),
  })
  .refine(textOrSealed, noText);
export type Complaint = z.infer<typeof complaintSchema>;

export const followUpKinds = ['followUp', 'promise'] as const;

export const followUpSchema = z
  .object({
    ...entry,
    kind: z.enum(followUpKinds).default('followUp'),
    dueAt: time,
    doneAt: time.nullable().default(null),
    snoozedUntil: time.nullable().default(null),
    /** When to remind next; null once it is done. */
    remindAt: time.nullable().default(null),
  })
  .refine(textOrSealed, noText);
export type FollowUp = z.infer<typeof followUpSchema>;

/** A version that was changed apart from the one in front, kept beside it until somebody settles it. */
export const conflictSchema = z.object({
  /** Table, id and version. */
  key: z.string().min(1).max(300),
  table: z.enum(['customers', 'notes', 'complaints', 'followUps']),
  id,
  record: z.union([customerSchema, complaintSchema, followUpSchema, noteSchema]),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** The tables whose records two computers exchange. */
export const syncedTables = ['customers', 'notes', 'complaints', 'followUps'] as const;
export type SyncedTable = (typeof syncedTables)[number];

/**
 * What is left of a record that was deleted, so that another computer's copy does not bring it back.
 * `people`: `id` is the hash of an erased person's site and key (`personHash`).
 */
export const tombstoneSchema = z.object({
  table: z.enum([...syncedTables, 'people']),
  id: line(200).min(1),
  at: time,
  /**
   * False: a version that whoever deleted it had not seen stays. True: the customer had it erased; nothing that
   * was made before `at` ever comes back, whenever it was changed.
   */
  erased: z.boolean().default(false),
  /** Ids of the versions that whoever deleted it had seen; empty in tombstones of an older Chatside. */
  seen: z.array(z.string()).max(5000).default([]),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;
