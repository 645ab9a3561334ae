/** Everything that is stored, as text, in an extension page: what somebody who copies the profile's folder would see. */
export function stored(): Promise<string> {
  return new Promise((resolve) => {
    const open = indexedDB.open('chatside');
    open.addEventListener('success', () => {
      const database = open.result;
      const names = [...database.objectStoreNames];
      const read = database.transaction(names);
      const rows: unknown[] = [];
      for (const name of names) {
        const all = read.objectStore(name).getAll();
        all.addEventListener('success', () => rows.push(name, all.result));
      }
      read.addEventListener('complete', () => {
        database.close();
        resolve(JSON.stringify(rows));
      });
    });
  });
}
