// Azurite keeps its databases in memory and writes each of them whole, as one string, every five seconds (LokiJS's
// autosave). Killed, it loses what it had acknowledged since; with half a gigabyte of rows the string can no longer be
// built and Azurite ends; long before, writing it is most of what Azurite does. Here each change is a line that is on
// its way to the disk before the answer is: nothing acknowledged is lost with the process (docs/adr/0017).
//
// A file: one JSON value a line. {"v":1} · {"c":collection,"o":options} · {"c":…,"d":document} · {"c":…,"x":id} ·
// {"c":…,"gone":true}. Lines of a table transaction have its number, {…,"t":7}, and {"t":7} ends it: without that line
// none of them counts. A last line without its end was never acknowledged. A file of LokiJS's own is read as well.
// Stands before Azurite: node -r store-changes.cjs …/azurite.js.
'use strict';
const { AsyncLocalStorage } = require('async_hooks');
const fs = require('fs');
const http = require('http');
const path = require('path');

const READ_BYTES = 1 << 20;
const WRITE_CHARACTERS = 1 << 22;
const WRITE_MS = 200;
const SYNC_MS = 1000;
/** A file is written anew when this much of it, and more than half, is outdated. */
const OUTDATED_BYTES = 16 * 1024 * 1024;

/** The lines of a file, and how many bytes of it are whole lines. */
function* linesOf(file, told) {
  const fd = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let rest = [];
    told.whole = 0;
    for (let count; (count = fs.readSync(fd, buffer, 0, READ_BYTES, null)) > 0; ) {
      let from = 0;
      for (let end; (end = buffer.indexOf(10, from)) >= 0 && end < count; from = end + 1) {
        rest.push(buffer.subarray(from, end));
        const line = Buffer.concat(rest);
        rest = [];
        told.whole += line.length + 1;
        yield line.toString('utf8');
      }
      rest.push(Buffer.from(buffer.subarray(from, count)));
    }
  } finally {
    fs.closeSync(fd);
  }
}

/** The table transaction in whose course something changes: its number, and the files it has lines in. */
const transaction = new AsyncLocalStorage();
let transactions = 0;
let underWay = 0;

/** Takes back what transactions did that were never ended, unless another request has changed it since. */
function undo(unended) {
  for (const changes of unended)
    for (const { documents, id, before, after } of changes.reverse()) {
      if (documents.get(id) !== after) continue;
      if (before) documents.set(id, before);
      else documents.delete(id);
    }
}

/** Collections by name: their options, and their documents by id, as the lines of a file leave them. */
function replay(file, told) {
  const found = new Map();
  const unended = new Map();
  let number = 0;
  for (const line of linesOf(file, told)) {
    number++;
    let change;
    try {
      change = JSON.parse(line);
    } catch (problem) {
      throw new Error(`${file} is damaged in line ${number}: ${problem.message}. Put back a backup of the folder.`);
    }
    if (change.v) continue;
    if (!change.c) unended.delete(change.t);
    else if (change.o) found.set(change.c, { options: change.o, documents: new Map() });
    else if (change.gone) found.delete(change.c);
    else {
      const { documents } = found.get(change.c);
      const id = change.d?.$loki ?? change.x;
      if (change.t) {
        if (!unended.has(change.t)) unended.set(change.t, []);
        unended.get(change.t).push({ documents, id, before: documents.get(id), after: change.d });
      }
      if (change.d) documents.set(id, change.d);
      else documents.delete(id);
    }
  }
  undo(unended.values());
  return found;
}

/** What LokiJS itself wrote: one object, in one line. */
function ofOld(file) {
  const found = new Map();
  for (const old of JSON.parse(fs.readFileSync(file, 'utf8')).collections) {
    const options = { indices: Object.keys(old.binaryIndices ?? {}), unique: old.uniqueNames ?? [] };
    found.set(old.name, { options, documents: new Map(old.data.map((document) => [document.$loki, document])) });
  }
  return found;
}

function isOld(file) {
  const fd = fs.openSync(file, 'r');
  try {
    const start = Buffer.alloc(6);
    return fs.readSync(fd, start, 0, 6, 0) > 0 && !start.toString().startsWith('{"v":');
  } finally {
    fs.closeSync(fd);
  }
}

/** What each collection was made with. */
const optionsOf = new WeakMap();

/** The file of one database: what it held, and what changes. */
class Changes {
  static open = new Set();

  constructor(database) {
    this.database = database;
    this.file = database.filename;
    this.waiting = [];
    this.length = 0;
    this.written = 0;
    this.live = 0;
    Changes.open.add(this);
  }

  /** Puts what the file holds into the database. */
  load() {
    const told = { whole: 0 };
    if (fs.existsSync(this.file) && fs.statSync(this.file).size > 0) {
      const old = isOld(this.file);
      for (const [name, { options, documents }] of old ? ofOld(this.file) : replay(this.file, told))
        this.restore(name, options, documents);
      if (!old) fs.truncateSync(this.file, told.whole);
    }
    this.compact();
  }

  restore(name, options, documents) {
    this.isLoading = true;
    try {
      const collection = this.database.addCollection(name, options);
      collection.data = [...documents.values()];
      collection.maxId = collection.data.reduce((most, document) => Math.max(most, document.$loki), 0);
      collection.idIndex = null;
      collection.ensureId();
      collection.ensureAllIndexes(true);
      for (const field of options.unique ?? []) collection.ensureUniqueIndex(field);
    } finally {
      this.isLoading = false;
    }
  }

  /** The file holds each document once, and outdated ones no longer. Killed meanwhile, the one from before stands. */
  compact() {
    const fresh = `${this.file}.new`;
    const fd = fs.openSync(fresh, 'w');
    let size = 0;
    let text = '{"v":1}\n';
    const write = (least) => {
      if (text.length < least) return;
      size += this.writeWhole(fd, text);
      text = '';
    };
    for (const collection of this.database.collections) {
      const { name } = collection;
      text += `${JSON.stringify({ c: name, o: optionsOf.get(collection) })}\n`;
      for (const document of collection.data) {
        text += `${JSON.stringify({ c: name, d: document })}\n`;
        write(WRITE_CHARACTERS);
      }
    }
    write(1);
    fs.fsyncSync(fd);
    fs.closeSync(fd);
    fs.renameSync(fresh, this.file);
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = fs.openSync(this.file, 'a');
    this.waiting = [];
    this.length = 0;
    this.live = size;
    this.written = size;
  }

  add(change) {
    if (this.isLoading || this.fd === undefined) return;
    const open = transaction.getStore();
    open?.files.add(this);
    this.append(open ? { ...change, t: open.number } : change);
  }

  append(change) {
    const line = JSON.stringify(change);
    this.waiting.push(line);
    this.length += line.length;
    if (this.length > WRITE_CHARACTERS) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), WRITE_MS).unref();
  }

  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.length === 0) return;
    this.written += this.writeWhole(this.fd, `${this.waiting.join('\n')}\n`);
    this.waiting = [];
    this.length = 0;
    this.syncing ??= setTimeout(() => this.sync(), SYNC_MS).unref();
    // What is written anew has no transactions left in it: none may be half done.
    if (underWay === 0 && this.written > 2 * this.live + OUTDATED_BYTES) this.compact();
  }

  /** Against a power cut; against the end of this process the write alone is enough. */
  sync() {
    fs.fsync(this.fd, () => (this.syncing = undefined));
  }

  /** Memory and disk must not part: what can't be written ends the process, and the next reads what was. */
  writeWhole(fd, text) {
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(fd, bytes, at);
      return bytes.length;
    } catch (problem) {
      process.stderr.write(`${this.file} cannot be written: ${problem.message}\n`);
      process.exit(1);
    }
  }

  /** Azurite closes its databases before its last requests are answered: what those change is written all the same. */
  close() {
    if (this.fd === undefined) return;
    this.flush();
    fs.fsyncSync(this.fd);
  }
}

/** Of a query's properties that are to be equal to a text, the one that the fewest documents share. */
function narrowest(collection, query) {
  if (query === null || typeof query !== 'object' || collection.data.length === 0) return undefined;
  const indexed = Object.keys(query).filter(
    (property) => typeof query[property] === 'string' && collection.binaryIndices[property],
  );
  if (indexed.length < 2) return indexed[0];
  let [first, least] = [undefined, Infinity];
  for (const property of indexed) {
    collection.ensureIndex(property);
    const [from, to] = collection.calculateRange('$eq', property, query[property]);
    if (to - from < least) [first, least] = [property, to - from];
  }
  return first;
}

/** Gives LokiJS this way to keep its databases, before Azurite opens any. */
function storeChanges(azurite) {
  const Loki = require(require.resolve('lokijs', { paths: [path.dirname(azurite)] }));
  const { addCollection, removeCollection, loadDatabase, saveDatabase, close } = Loki.prototype;
  const isKept = (database) => database.persistenceMethod === 'fs';
  const kept = new WeakMap();
  const changesOf = (database) => kept.get(database) ?? kept.set(database, new Changes(database)).get(database);

  Loki.prototype.autosaveEnable = function () {};

  Loki.prototype.loadDatabase = function (options, done) {
    if (!isKept(this)) return loadDatabase.call(this, options, done);
    try {
      changesOf(this).load();
    } catch (problem) {
      return done(problem);
    }
    done(null);
  };

  // A new database is saved once when its collections are there.
  Loki.prototype.saveDatabase = function (done) {
    if (!isKept(this)) return saveDatabase.call(this, done);
    const changes = changesOf(this);
    if (changes.fd === undefined) changes.compact();
    else changes.flush();
    done?.(null);
  };

  Loki.prototype.close = function (done) {
    kept.get(this)?.close();
    this.autosave = false;
    close.call(this, done);
  };

  Loki.prototype.addCollection = function (name, options) {
    const there = this.collections.find((collection) => collection.name === name);
    if (there) return there;
    const collection = addCollection.call(this, name, options);
    if (!isKept(this)) return collection;
    const changes = changesOf(this);
    optionsOf.set(collection, options ?? {});
    changes.add({ c: name, o: optionsOf.get(collection) });
    const put = (document) => {
      // A row, as it is read after a restart: filled key by key, an object is a hash table several times as large.
      if ('RowKey' in document) document.properties = JSON.parse(JSON.stringify(document.properties));
      changes.add({ c: name, d: document });
    };
    collection.on('insert', (documents) => (Array.isArray(documents) ? documents.forEach(put) : put(documents)));
    collection.on('update', put);
    collection.on('delete', (document) => changes.add({ c: name, x: document.$loki }));
    return collection;
  };

  Loki.prototype.removeCollection = function (name) {
    removeCollection.call(this, name);
    if (isKept(this)) changesOf(this).add({ c: name, gone: true });
  };

  // LokiJS looks up by the first property named and goes through all it finds: every blob of the account, every unit's
  // row of a day. The property with the fewest goes first.
  const { find } = Loki.Resultset.prototype;
  Loki.Resultset.prototype.find = function (query, firstOnly) {
    const first = this.filterInitialized ? undefined : narrowest(this.collection, query);
    return find.call(this, first === undefined ? query : { [first]: query[first], ...query }, firstOnly);
  };

  // Whatever is answered was written before.
  const { writeHead } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.writeHead = function (...args) {
    for (const changes of Changes.open) changes.flush();
    return writeHead.apply(this, args);
  };
}

/** A table transaction is whole or nothing, also on disk. */
function storeTransactions(azurite) {
  const batches = path.join(path.dirname(azurite), 'table', 'batch', 'TableBatchOrchestrator.js');
  const { prototype } = require(batches).default;
  const { submitRequestsToHandlers } = prototype;
  prototype.submitRequestsToHandlers = async function () {
    const open = { number: ++transactions, files: new Set() };
    underWay++;
    try {
      await transaction.run(open, () => submitRequestsToHandlers.call(this));
    } finally {
      underWay--;
      for (const changes of open.files) changes.append({ t: open.number });
    }
  };
}

const started = fs.realpathSync(process.argv[1]);
storeChanges(started);
storeTransactions(started);
