import { Covers } from './covers.ts';
import type { Find } from './find.ts';
import { foldText } from './fold.ts';
import type { Folded } from './fold.ts';
import { placesOf, unitString } from './near.ts';
import { phraseAround } from './phrase.ts';
import { widthAt } from './spelling.ts';

/** A find that somebody said is no fault here: the phrase it stood in excuses it from now on. */
export interface Excuse {
  /** The entry's term, or the name of the pattern. */
  term: string;
  /** The find with what stood around it. */
  text: string;
  /** Nothing stood around it in its sentence: counts only where the phrase is the whole sentence. */
  whole: boolean;
  /** The lead accepted it: it excuses a find of level `block` too. */
  accepted: boolean;
}

/** Excuses by the term that they are for. Made once for a list of them, however many texts are checked. */
export class Excuses {
  private readonly byTerm: ReadonlyMap<string, Excuse[]>;

  constructor(excuses: readonly Excuse[]) {
    this.byTerm = Map.groupBy(excuses, ({ term }) => term);
  }

  /** Where they stand in one text. */
  in(folded: Folded): ExcusesInText {
    return new ExcusesInText(this.byTerm, folded);
  }
}

/** Excuses as they stand in one text; looked for only when a find of their term is asked about. */
export class ExcusesInText {
  /** For each term, its phrases' places: of those accepted, and of the others. */
  private readonly covers = new Map<string, { accepted: Covers; asked: Covers }>();
  private readonly byTerm: ReadonlyMap<string, Excuse[]>;
  private readonly folded: Folded;
  private units: string | undefined;

  constructor(byTerm: ReadonlyMap<string, Excuse[]>, folded: Folded) {
    this.byTerm = byTerm;
    this.folded = folded;
  }

  /** The phrase that covers a find wholly, and whether the lead accepted it; undefined when none does. */
  covering(find: Find): { by: string; accepted: boolean } | undefined {
    const excuses = this.byTerm.get(find.term);
    if (!excuses) return undefined;
    let covers = this.covers.get(find.term);
    if (!covers) this.covers.set(find.term, (covers = this.placed(excuses)));
    const accepted = covers.accepted.covering(0, find) ?? this.alone(find, excuses, true);
    if (accepted !== undefined) return { by: accepted, accepted: true };
    const asked = covers.asked.covering(0, find) ?? this.alone(find, excuses, false);
    return asked === undefined ? undefined : { by: asked, accepted: false };
  }

  /** The excuse for a find that is a whole sentence. */
  private alone(find: Find, excuses: Excuse[], accepted: boolean): string | undefined {
    const wanted = excuses.filter((excuse) => excuse.whole && excuse.accepted === accepted);
    if (wanted.length === 0) return undefined;
    const { text, whole } = phraseAround(this.folded.text, find);
    if (!whole) return undefined;
    const units = unitString(foldText(text));
    return wanted.find((excuse) => unitString(foldText(excuse.text)) === units)?.text;
  }

  private placed(excuses: Excuse[]): { accepted: Covers; asked: Covers } {
    const { text, at, length } = this.folded;
    this.units ??= unitString(this.folded);
    const covers = { accepted: new Covers(), asked: new Covers() };
    for (const excuse of excuses) {
      if (excuse.whole) continue;
      for (const { from, to } of placesOf(this.folded, this.units, [excuse.text])) {
        // Signs and repetitions at the edges belong to the phrase: it reaches to the characters around it.
        const before = from > 0 ? (at[from - 1] as number) : -1;
        const start = before < 0 ? 0 : before + widthAt(text, before);
        const end = to + 1 < length ? (at[to + 1] as number) : text.length;
        covers[excuse.accepted ? 'accepted' : 'asked'].add(0, { start, end }, excuse.text);
      }
    }
    return covers;
  }
}
