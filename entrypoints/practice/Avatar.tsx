const HUES = [12, 38, 88, 150, 190, 218, 262, 320];

/** A coloured disc with the first character that is shown of the name. */
export function Avatar({ name, seed }: { name: string; seed: string }) {
  const [first = '?'] = new Intl.Segmenter().segment(name);
  const sum = Array.from(seed).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return (
    <span className="avatar" style={{ '--hue': HUES[sum % HUES.length] } as React.CSSProperties} aria-hidden="true">
      {typeof first === 'string' ? first : first.segment.toUpperCase()}
    </span>
  );
}
