import { describe, expect, it } from 'vitest';

import { normaliseFileName, overdueFiles, partStart, readQuery } from '../src/index.js';
import { encode } from './read.js';
import { Site } from './site.js';

const file = (name: string): string => `type=catalog&mode=file&filename=${name}`;
const imports = (name: string): string => `type=catalog&mode=import&filename=${name}`;
const xml = '<?xml version="1.0"?><a/>';

function signedIn(settings = {}): Site {
  const site = new Site(settings);
  site.signIn();
  return site;
}

describe('signing in', () => {
  it('gives a cookie, a session and a timestamp on lines of their own', () => {
    const site = new Site({ cookieName: 'PHPSESSID' });
    expect(site.signIn()).toBe('success\nPHPSESSID\ntoken-1\nsessid=token-1\ntimestamp=1724160001');
  });

  it('is refused with 401 without right credentials', () => {
    const reply = new Site().reply('type=catalog&mode=checkauth');
    expect(reply).toEqual({
      status: 401,
      text: 'failure\nНеверное имя пользователя или пароль',
      setsCookie: false,
    });
  });

  it.each(['init', 'file&filename=a.xml', 'import&filename=a.xml', 'query', 'success', 'complete'])(
    'is needed for %s',
    (mode) => {
      const reply = new Site().reply(`type=sale&mode=${mode}`, { body: xml });
      expect(reply).toMatchObject({ status: 200, text: expect.stringMatching(/^failure\n/) });
    },
  );

  it('lasts by the cookie alone', () => {
    expect(signedIn().call('type=catalog&mode=init')).toBe('zip=yes\nfile_limit=8388608');
  });

  it('is not needed with credentials on every request', () => {
    const site = new Site();
    expect(site.call('type=catalog&mode=init', { isAuthentic: true })).toBe('zip=yes\nfile_limit=8388608');
  });

  it('ends after a while without requests', () => {
    const site = signedIn({ sessionSeconds: 100 });
    site.now += 101;
    expect(site.call('type=catalog&mode=init')).toBe('failure\nСеанс обмена истёк, начните обмен заново');
  });

  it('goes on as long as there are requests', () => {
    const site = signedIn({ sessionSeconds: 100 });
    for (let each = 0; each < 5; each += 1) {
      site.now += 90;
      expect(site.call('type=catalog&mode=init')).toMatch(/^zip/);
    }
  });
});

describe('the beginning of a cycle', () => {
  it('tells a version to who asks for one', () => {
    const site = signedIn({ catalogVersion: '3.1', acceptsZip: false, fileLimit: 2_097_152 });
    const terms = 'zip=no\nfile_limit=2097152';
    expect(site.call('type=catalog&mode=init&version=3.1')).toBe(`${terms}\nsessid=token-1\nversion=3.1`);
    expect(site.call('type=catalog&mode=init')).toBe(terms);
  });

  it('keeps quiet about versions where none is set', () => {
    expect(signedIn().call('type=catalog&mode=init&version=3.1')).toBe('zip=yes\nfile_limit=8388608');
  });

  it('has to wait for another import', () => {
    expect(signedIn().call('type=catalog&mode=init', { isBusy: true })).toMatch(
      /^failure\nПредыдущая загрузка/,
    );
  });

  it('keeps files that were sent before a second one', () => {
    const site = signedIn();
    site.call('type=catalog&mode=init');
    site.call(file('import.xml'), { body: xml });
    site.call('type=catalog&mode=init');
    expect(site.call(imports('import.xml'))).toBe('success');
  });

  it('clears what is imported', () => {
    const site = signedIn();
    site.call(file('import.xml'), { body: xml });
    site.call(file('import_files/1.jpg'), { body: 'x' });
    site.call(imports('import.xml'));
    site.call('type=catalog&mode=init');
    expect(site.of('clear')).toEqual([{ kind: 'clear', type: 'catalog', keys: ['1', '2'] }]);
    expect(site.state.files).toEqual({});
  });

  it('clears what was forgotten', () => {
    const site = signedIn({ sessionSeconds: 1e6, staleSeconds: 100 });
    site.call(file('import.xml'), { body: xml });
    site.now += 101;
    site.call('type=catalog&mode=init');
    expect(site.state.files).toEqual({});
  });

  it('keeps pictures and archives whose files are still to come', () => {
    const site = signedIn();
    site.call(file('v8.zip'), { body: 'PK\u0003\u0004' });
    site.call(file('import_files/1.jpg'), { body: 'x' });
    site.call('type=catalog&mode=init');
    expect(Object.keys(site.state.files)).toEqual(['v8.zip', 'import_files/1.jpg']);
  });
});

describe('uploading pictures', () => {
  it('remembers only the last of many', () => {
    const site = signedIn();
    for (const name of ['a', 'b', 'c']) site.call(file(`import_files/${name}.jpg`), { body: name });
    site.call(file('import.xml'), { body: xml });
    site.call(file('import_files/d.jpg'), { body: 'd' });
    expect(Object.keys(site.state.files)).toEqual(['import.xml', 'import_files/d.jpg']);
  });

  it('joins the parts of one', () => {
    const site = signedIn({ fileLimit: 8 });
    for (const body of ['GIF89a--', 'GIF8....', '..']) site.call(file('import_files/1.gif'), { body });
    expect(site.content('import_files/1.gif')).toBe('GIF89a--GIF8......');
  });

  it('begins anew with one of the same name', () => {
    const site = signedIn();
    for (const body of ['GIF89a-old', 'GIF89a-new']) site.call(file('import_files/1.gif'), { body });
    expect(site.content('import_files/1.gif')).toBe('GIF89a-new');
  });

  it('has nothing to import in one', () => {
    const site = signedIn();
    expect(site.call(imports('import_files/1.jpg'))).toBe('success');
  });
});

describe('uploading', () => {
  it('appends parts in the order of their arrival', () => {
    const site = signedIn({ fileLimit: xml.length });
    for (const body of [xml, '<b>1</b>', '<c/>'])
      expect(site.call(file('import.xml'), { body })).toBe('success');
    expect(site.content('import.xml')).toBe(`${xml}<b>1</b><c/>`);
  });

  it('takes a part once that comes twice', () => {
    const site = signedIn();
    for (const body of [xml, '<b/>', '<b/>']) expect(site.call(file('import.xml'), { body })).toBe('success');
    expect(site.content('import.xml')).toBe(`${xml}<b/>`);
  });

  it('starts a file anew when its beginning comes again', () => {
    const site = signedIn();
    for (const body of [xml, '<b/>', `${xml} `]) site.call(file('import.xml'), { body });
    expect(site.content('import.xml')).toBe(`${xml} `);
  });

  it('starts a file anew that was imported', () => {
    const site = signedIn();
    site.call(file('import.xml'), { body: xml });
    site.call(imports('import.xml'));
    site.call(file('import.xml'), { body: 'no declaration' });
    expect(site.content('import.xml')).toBe('no declaration');
    site.call(imports('import.xml'));
    expect(site.of('import')).toHaveLength(2);
  });

  it('appends a full archive’s part that looks like a beginning', () => {
    const first = 'PK\u0003\u0004 first';
    const site = signedIn({ fileLimit: first.length });
    for (const body of [first, 'PK\u0003\u0004 other', 'rest']) site.call(file('v8.zip'), { body });
    expect(site.content('v8.zip')).toBe(`${first}PK\u0003\u0004 otherrest`);
  });

  it('starts an archive anew that may be whole', () => {
    const site = signedIn({ fileLimit: 1000 });
    for (const body of ['PK\u0003\u0004 first', 'PK\u0003\u0004 second']) site.call(file('v8.zip'), { body });
    expect(site.content('v8.zip')).toBe('PK\u0003\u0004 second');
  });

  it('writes at an offset, so that a repeated write does no harm', () => {
    const site = signedIn();
    for (const body of [xml, '<b/>']) site.call(file('import.xml'), { body });
    expect(site.of('write').map(({ offset }) => offset)).toEqual([0, xml.length]);
  });

  it.each([
    ['..%2F..%2Fetc%2Fpasswd.xml', 'failure\nНедопустимое имя файла'],
    ['a%00.xml', 'failure\nНедопустимое имя файла'],
    ['', 'failure\nНедопустимое имя файла'],
    ['virus.exe', 'success\nФайл этого вида не принимается и пропущен'],
    ['.htaccess', 'success\nФайл этого вида не принимается и пропущен'],
  ])('of %s is answered and stores nothing', (name, text) => {
    const site = signedIn();
    expect(site.call(file(name), { body: xml })).toBe(text);
    expect(site.tasks).toEqual([]);
  });

  it('of nothing is refused, and ignored after a part', () => {
    const site = signedIn();
    expect(site.call(file('import.xml'), { body: '' })).toBe('failure\nФайл пуст');
    expect(site.call(file('import.xml'))).toBe('failure\nФайл пуст');
    site.call(file('import.xml'), { body: xml });
    expect(site.call(file('import.xml'), { body: '' })).toBe('success');
    expect(site.content('import.xml')).toBe(xml);
  });

  it('has a limit for all files together', () => {
    const site = signedIn({ inboxLimit: 60 });
    expect(site.call(file('a.xml'), { body: xml })).toBe('success');
    expect(site.call(file('b.xml'), { body: xml })).toBe('success');
    expect(site.call(file('c.xml'), { body: xml })).toMatch(/^failure\nПревышен/);
  });

  it('that cannot be stored is told and forgotten', () => {
    const site = signedIn();
    site.outcomes.set('write', [{ status: 'failed', message: 'нет места' }]);
    expect(site.call(file('import.xml'), { body: xml })).toBe(
      'failure\nНе удалось сохранить файл\nнет места',
    );
    expect(site.state.files).toEqual({});
  });

  it('tells files that nobody asks to import', () => {
    const site = signedIn();
    site.call(file('import_files/1.jpg'), { body: 'x' });
    site.call(file('import.xml'), { body: xml });
    expect(overdueFiles(site.state, site.now + 99, 100)).toEqual([]);
    expect(overdueFiles(site.state, site.now + 100, 100)).toEqual([
      { name: 'import.xml', key: '2', type: 'catalog' },
    ]);
  });
});

describe('importing', () => {
  it('is polled until it is over, and not repeated', () => {
    const site = signedIn();
    site.call(file('import.xml'), { body: xml });
    site.outcomes.set('import', [
      { status: 'running' },
      { status: 'running', message: 'Обработано 40% файла' },
      { status: 'done', message: 'Товаров: 12\r\nОшибок: 0' },
    ]);
    expect([1, 2, 3, 4].map(() => site.call(imports('import.xml')))).toEqual([
      'progress\nЗагрузка файла',
      'progress\nОбработано 40% файла',
      'success\nТоваров: 12\nОшибок: 0',
      'success\nТоваров: 12\nОшибок: 0',
    ]);
    expect(site.of('import')).toHaveLength(3);
  });

  it('that fails is told, and tried again when asked again', () => {
    const site = signedIn();
    site.call(file('import.xml'), { body: xml });
    site.outcomes.set('import', [{ status: 'failed', message: 'Строка 7' }]);
    expect(site.call(imports('import.xml'))).toBe('failure\nСтрока 7');
    expect(site.call(imports('import.xml'))).toBe('success');
  });

  it.each(['import.xml', ''])('of "%s" that was never sent is refused', (name) => {
    expect(signedIn().call(imports(name))).toMatch(/^failure\n(Файл не найден|Недопустимое)/);
  });

  it.each([
    'C:\\1c\\import.xml',
    '/tmp/import.xml',
    'upload/1c/webdata/000000001/import.xml',
    'IMPORT.XML',
    'import.xml',
  ])('finds a file under the name %s', (name) => {
    const site = signedIn();
    site.call(file('webdata/import.xml'), { body: xml });
    expect(site.call(imports(encodeURIComponent(name)))).toBe('success');
  });

  it('unpacks archives first, in steps, and asks for what is inside', () => {
    const site = signedIn();
    site.call(file('v8_1A2B_3c.zip'), { body: 'PK\u0003\u0004' });
    site.outcomes.set('unpack', [
      { status: 'running', message: 'Распаковано 12 из 40 файлов' },
      {
        status: 'done',
        files: [
          { archive: 'v8_1A2B_3c.zip', name: 'webdata\\import.xml', key: 'u1', bytes: 10 },
          { archive: 'v8_1A2B_3c.zip', name: '../evil.xml', key: 'u2', bytes: 10 },
        ],
      },
    ]);
    expect(site.call(imports('import.xml'))).toBe('progress\nРаспаковано 12 из 40 файлов');
    expect(site.call(imports('import.xml'))).toBe('success');
    expect(site.of('import')).toMatchObject([{ name: 'webdata/import.xml', key: 'u1', type: 'catalog' }]);
    expect(Object.keys(site.state.files)).toEqual(['v8_1A2B_3c.zip', 'webdata/import.xml']);
    expect(site.call(imports('offers.xml'))).toBe('failure\nФайл не найден: offers.xml');
  });

  it('forgets an archive that cannot be unpacked', () => {
    const site = signedIn();
    site.call(file('v8.zip'), { body: 'PK\u0003\u0004' });
    site.outcomes.set('unpack', [{ status: 'failed', message: 'обрыв' }]);
    expect(site.call(imports('import.xml'))).toBe('failure\nНе удалось распаковать архив\nобрыв');
    expect(site.state.files).toEqual({});
  });

  it('takes the split exchange in any order of files', () => {
    const site = signedIn({ catalogVersion: '3.1' });
    site.call('type=catalog&mode=init&version=3.1');
    const names = ['prices___1.xml', 'groups___1.xml', 'rests___1.xml', 'goods_1_1.xml'];
    for (const name of names) expect(site.call(file(name), { body: xml })).toBe('success');
    for (const name of names.toReversed()) expect(site.call(imports(name))).toBe('success');
  });
});

describe('the end of a cycle', () => {
  it('deactivates only after a full import', () => {
    const site = signedIn();
    site.call(file('import.xml'), { body: xml });
    site.call(imports('import.xml'));
    expect(site.call('type=catalog&mode=deactivate&timestamp=1724160001')).toBe(
      'success\nПропущено: в этом сеансе не было полной выгрузки',
    );
    site.call(file('offers.xml'), { body: xml });
    site.outcomes.set('import', [{ status: 'done', isFull: true }]);
    site.call(imports('offers.xml'));
    site.outcomes.set('deactivate', [{ status: 'running' }, { status: 'done', message: 'Отключено: 3' }]);
    expect(site.call('type=catalog&mode=deactivate&timestamp=1724160001')).toBe(
      'progress\nОтключение товаров',
    );
    expect(site.call('type=catalog&mode=deactivate&timestamp=1724160001')).toBe('success\nОтключено: 3');
    expect(site.of('deactivate')[0]).toEqual({ kind: 'deactivate', since: 1_724_160_001 });
  });

  it.each([
    ['1000', 1000],
    ['9999999999', 1_724_160_001],
    ['nonsense', 1_724_160_001],
  ])('does not trust the timestamp %s further than its session', (timestamp, since) => {
    const site = signedIn();
    site.call(file('import.xml'), { body: xml });
    site.outcomes.set('import', [{ status: 'done', isFull: true }]);
    site.call(imports('import.xml'));
    site.call(`type=catalog&mode=deactivate&timestamp=${timestamp}`);
    expect(site.of('deactivate')[0]?.since).toBe(since);
  });

  it('is completed at once for 1C, though the site may go on', () => {
    const site = signedIn();
    site.outcomes.set('complete', [{ status: 'running' }, { status: 'failed', message: 'полон диск' }]);
    expect(site.call('type=catalog&mode=complete')).toBe('success\nЗавершение обмена');
    expect(site.call('type=catalog&mode=complete')).toBe('failure\nНе удалось завершить обмен\nполон диск');
  });

  it('is completed', () => {
    const site = signedIn();
    expect(site.call('type=catalog&mode=complete')).toBe('success');
    expect(site.of('complete')).toEqual([{ kind: 'complete', type: 'catalog' }]);
  });
});

it.each([
  ['type=catalog&mode=fly', 'failure\nНеизвестная команда обмена: fly'],
  ['type=catalog', 'failure\nНеизвестная команда обмена: не указана'],
  ['type=crm&mode=init', 'failure\nНеизвестный тип обмена: crm'],
  ['mode=init', 'failure\nНеизвестный тип обмена: не указан'],
  ['type=catalog&mode=query', 'failure\nНеизвестная команда обмена: query'],
  ['TYPE=Catalog&MODE=Init', 'zip=yes\nfile_limit=8388608'],
  ['?type=reference&mode=init', 'zip=yes\nfile_limit=8388608'],
  ['type=catalog&mode=success', 'success'],
])('%s is answered with %s', (query, text) => {
  expect(signedIn().call(query)).toBe(text);
});

it('reads percent-encoded windows-1251 in names', () => {
  expect(readQuery('?filename=%EA%E0%F2%E0%EB%EE%E3.xml&a=1&a=2&b').get('filename')).toBe('каталог.xml');
  expect(readQuery('filename=%D0%BA+1.xml').get('filename')).toBe('к 1.xml');
  expect(normaliseFileName('%EA%E0%F2.xml')).toBe('кат.xml');
});

it.each([
  ['<?xml version="1.0"?>', 'xml'],
  ['\uFEFF<?xml version="1.0"?>', 'xml'],
  ['\n <?xml version="1.0"?>', 'xml'],
  ['PK\u0003\u0004', 'zip'],
  ['<Товар>', 'other'],
  ['', 'other'],
])('a part that starts with %j is %s', (text, start) => {
  expect(partStart(encode(text))).toBe(start);
});
