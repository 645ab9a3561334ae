import { Icon } from './Icon';

const HUES = [12, 38, 88, 150, 190, 218, 262, 320];

/** A coloured disc with the first character that is shown of the name; a robot has its own sign. */
export function Avatar({ name, seed, robot = false }: { name: string; seed: string; robot?: boolean }) {
  const first = new Intl.Segmenter().segment(name).containing(0)?.segment ?? '?';
  const sum = Array.from(seed).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return (
    <span className="avatar" style={{ '--hue': HUES[sum % HUES.length] } as React.CSSProperties} aria-hidden="true">
      {robot ? <Icon name="robot" /> : first.toUpperCase()}
    </span>
  );
}
