import { useEffect, useState } from 'react';
import { useTexts } from '../../../locales/context';
import { MOST_REPLY_PICTURES } from '../../../packs/picture';
import { Fold } from './Fold';

interface Props {
  chosen: readonly string[];
  altOf(id: string): string | undefined;
  thumbnailOf(id: string): Promise<Blob | null>;
  /** Stores a picture and puts it behind the others; true when it was taken. */
  onAdd(file: File, alt: string): Promise<boolean>;
  onChange(pictures: string[]): void;
}

/** The pictures that go along with a reply. */
export function Pictures({ chosen, altOf, thumbnailOf, onAdd, onChange }: Props) {
  const { t } = useTexts();
  const [alt, setAlt] = useState('');
  const add = async (file: File | undefined) => {
    if (file && (await onAdd(file, alt.trim() || file.name.replace(/\.[^.]*$/, '').slice(0, 200) || t('packs.pictures')))) setAlt('');
  };
  return (
    <Fold title={t('packs.pictures')} count={chosen.length}>
      <ul className="pictures">
        {chosen.map((id) => (
          <li key={id}>
            <Thumbnail id={id} alt={altOf(id)} thumbnailOf={thumbnailOf} />
            <span>{altOf(id) ?? t('packs.pictureGone')}</span>
            <button type="button" className="plain" aria-label={`${t('packs.removePicture')}: ${altOf(id) ?? id}`} onClick={() => onChange(chosen.filter((other) => other !== id))}>
              ✕
            </button>
          </li>
        ))}
      </ul>
      {chosen.length < MOST_REPLY_PICTURES && (
        <div className="line">
          <label className="field">
            {t('packs.pictureAlt')}
            <input value={alt} maxLength={200} onChange={(event) => setAlt(event.target.value)} />
          </label>
          <label className="button">
            {t('packs.addPicture')}
            <input
              className="visually-hidden"
              type="file"
              accept="image/png,image/jpeg,image/webp,image/gif"
              onChange={(event) => {
                void add(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          <span className="hint">{t('packs.pastePicture')}</span>
        </div>
      )}
    </Fold>
  );
}

function Thumbnail({ id, alt, thumbnailOf }: { id: string; alt: string | undefined; thumbnailOf(id: string): Promise<Blob | null> }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let ended = false;
    const show = async () => {
      const blob = await thumbnailOf(id);
      if (!blob || ended) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    };
    void show();
    return () => {
      ended = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, thumbnailOf]);
  return url ? <img src={url} alt={alt ?? ''} /> : <span className="no-picture" aria-hidden="true" />;
}
