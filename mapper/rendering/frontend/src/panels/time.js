// Time: bars of what happened when, a window over them, and what was known on a day.

import {h, svg} from '../dom.js';
import {passes} from '../filters.js';
import {shownLayers} from '../items.js';
import {NONE} from '../payload.js';
import {addCounts, binsOf, extent} from '../time/bins.js';

const STEP = 800; // milliseconds a bar is shown while playing
const BARS = 78; // height of the bars, in hundredths; the strip of long periods lies below

/** @typedef {{starts: ArrayLike<number>, ends: ArrayLike<number>, shown: ArrayLike<number>}} Spans */

export class TimePanel {
    /** @param {import('../stage.js').Stage} stage */
    constructor(stage) {
        this.stage = stage;
        this.box = h('section', {class: 'mapper-time'});
        this.playing = 0;
        this._waiting = 0;
        this.asOf = stage.state.get('asOf') !== null;
    }

    /** Lay out anew: in another language, or when a layer came. */
    fill() {
        const {stage} = this, t = stage.words.table;
        this.asOf = stage.state.get('asOf') !== null;
        this.bins = this._bins(this.asOf);
        this.box.hidden = !this.bins;
        if (!this.bins) return;
        this.box.setAttribute('aria-label', t.time);
        this.title = h('p', {class: 'mapper-time-window'});
        this.chart = svg('svg', {preserveAspectRatio: 'none', 'aria-hidden': 'true', class: 'mapper-bars'});
        this.undated = h('p', {class: 'mapper-undated'});
        this.ends = this.asOf ? [this._slider('asOf', t.knownOn)] : [this._slider('from', t.from), this._slider('to', t.to)];
        this.play = h('button', {type: 'button', class: 'mapper-play', onclick: () => this.toggle()});
        const strip = h('div', {class: 'mapper-strip'}, this.chart, ...this.ends);
        this.chart.addEventListener('pointerdown', event => this._brush(/** @type {PointerEvent} */ (event)));
        this.box.replaceChildren(
            h('div', {class: 'mapper-time-head'}, ...this._modes(), this.title,
                this.all = h('button', {type: 'button', onclick: () => this._whole()}, t.wholePeriod), this.play),
            h('div', {class: 'mapper-time-body'},
                h('div', {class: 'mapper-bars-box'}, strip, h('div', {class: 'mapper-axis', 'aria-hidden': 'true'}, ...this._ticks())), this.undated));
        this.update();
    }

    /** Take over what the state says: at once for the window, soon for the bars. */
    update() {
        if (!this.bins || !this.title) return;
        if (this.asOf !== (this.stage.state.get('asOf') !== null)) {
            this.fill();
            return;
        }
        const {stage, bins} = this, words = stage.words, t = words.table;
        const time = stage.state.get('time'), day = stage.state.get('asOf');
        this.title.textContent = this.asOf ? t.knownBy(words.day(day)) : words.period(time?.from ?? bins.first, time?.to ?? bins.last);
        /** @type {HTMLElement} */ (this.all).hidden = this.asOf ? day === bins.last : !time;
        /** @type {HTMLElement} */ (this.play).textContent = this.playing ? t.stop : t.play;
        for (const input of this.ends ?? []) this._place(/** @type {HTMLInputElement} */ (input));
        if (!this._waiting) {
            this._waiting = requestAnimationFrame(() => {
                this._waiting = 0;
                this._draw();
            });
        }
    }

    /** Move the window over the days, from the first: only when somebody asks. */
    toggle() {
        if (this.playing) {
            clearInterval(this.playing);
            this.playing = 0;
            this.update();
            return;
        }
        const {first, last, size} = /** @type {import('../time/bins.js').Bins} */ (this.bins);
        let day = first - 1;
        const step = () => {
            if (day >= last) {
                this.toggle();
                return;
            }
            day = Math.min(last, day + size);
            this._set('to', day);
        };
        this.playing = /** @type {any} */ (setInterval(step, STEP));
        step();
    }

    /**
     * @param {boolean} asOf
     * @returns {import('../time/bins.js').Bins | null}
     */
    _bins(asOf) {
        const found = extent(this._spans(asOf));
        return found && binsOf(found.first, found.last);
    }

    /**
     * The days of all shown rows; in the mode of what was known, the days on which claims were published.
     * @param {boolean} asOf
     * @returns {Spans[]}
     */
    _spans(asOf) {
        const {stage} = this;
        if (!asOf) {
            return shownLayers(stage).filter(({table}) => table.has('period_start')).map((layer) => {
                const shown = new Uint8Array(layer.table.rows);
                passes(layer.table, stage.state, shown, {claims: layer.claimsTable, found: layer.found, except: 'time'});
                return {starts: layer.table.array('period_start'), ends: layer.table.array('period_end'), shown};
            });
        }
        const tables = new Set(shownLayers(stage).map(layer => layer.claimsTable).filter(Boolean));
        return [...tables].map(table => ({
            starts: table.array('published'), ends: table.array('published'), shown: new Uint8Array(table.rows).fill(1)}));
    }

    /** A choice of what the days mean, where reports were published on more than one day. */
    _modes() {
        const {stage} = this, t = stage.words.table, published = this._bins(true);
        if (!published || published.first === published.last) return [];
        const choose = (/** @type {boolean} */ asOf) => () => {
            if (this.playing) this.toggle();
            stage.state.set({time: null, asOf: asOf ? published.last : null});
            /** @type {HTMLElement | null} */ (this.box.querySelector('[aria-pressed="true"]'))?.focus();
        };
        return [h('div', {class: 'mapper-modes', role: 'group', 'aria-label': t.time}, ...[false, true].map(asOf =>
            h('button', {type: 'button', 'aria-pressed': String(asOf === this.asOf), onclick: choose(asOf)}, asOf ? t.whatWasKnown : t.whatHappened)))];
    }

    /**
     * A slider for an edge of the window. Edges lie between days: the end of a window is the end of its last day.
     * @param {'from' | 'to' | 'asOf'} edge
     * @param {string} label
     */
    _slider(edge, label) {
        const {first, last} = /** @type {import('../time/bins.js').Bins} */ (this.bins);
        const input = /** @type {HTMLInputElement} */ (h('input', {type: 'range', min: first, max: last + 1, step: 1, class: `mapper-edge mapper-edge-${edge}`,
            'aria-label': label, oninput: () => {
                this._set(edge === 'from' ? 'from' : 'to', Number(input.value) - (edge === 'from' ? 0 : 1));
                this._place(input); // where the edge may go no further, neither may its handle
            }}));
        input.dataset.edge = edge;
        return input;
    }

    /** @param {HTMLInputElement} input */
    _place(input) {
        const {first, last} = /** @type {import('../time/bins.js').Bins} */ (this.bins), {state, words} = this.stage;
        const from = state.get('time')?.from ?? first, to = (this.asOf ? state.get('asOf') : state.get('time')?.to) ?? last;
        input.value = String(input.dataset.edge === 'from' ? from : to + 1);
        input.setAttribute('aria-valuetext', words.day(input.dataset.edge === 'from' ? from : to));
    }

    /**
     * @param {'from' | 'to'} edge
     * @param {number} day
     */
    _set(edge, day) {
        const {first, last} = /** @type {import('../time/bins.js').Bins} */ (this.bins), {state} = this.stage;
        const within = Math.max(first, Math.min(last, day));
        if (this.asOf) {
            state.set({asOf: within});
            return;
        }
        const time = state.get('time') ?? {from: first, to: last};
        const from = edge === 'from' ? Math.min(within, time.to) : time.from, to = edge === 'to' ? Math.max(within, time.from) : time.to;
        state.set({time: from === first && to === last ? null : {from, to}});
    }

    _whole() {
        if (this.playing) this.toggle();
        const last = /** @type {import('../time/bins.js').Bins} */ (this.bins).last;
        this.stage.state.set(this.asOf ? {asOf: last} : {time: null});
        /** @type {HTMLElement | undefined} */ (this.ends?.[0])?.focus(); // the button that was pressed is gone
    }

    /** @param {PointerEvent} event */
    _brush(event) {
        event.preventDefault();
        const {first, last} = /** @type {import('../time/bins.js').Bins} */ (this.bins), {state} = this.stage;
        const frame = /** @type {SVGElement} */ (this.chart).getBoundingClientRect(), mirrored = this.stage.words.direction === 'rtl';
        const dayAt = (/** @type {PointerEvent} */ {clientX}) => {
            const share = (mirrored ? frame.right - clientX : clientX - frame.left) / frame.width;
            return Math.max(first, Math.min(last, first + Math.floor(share * (last - first + 1))));
        };
        const start = dayAt(event);
        const move = (/** @type {PointerEvent} */ to) => {
            const days = [start, dayAt(to)].sort((a, b) => a - b);
            if (this.asOf) state.set({asOf: dayAt(to)});
            else state.set({time: days[0] === first && days[1] === last ? null : {from: days[0], to: days[1]}});
        };
        const done = () => {
            window.removeEventListener('pointermove', move);
            window.removeEventListener('pointerup', done);
        };
        window.addEventListener('pointermove', move);
        window.addEventListener('pointerup', done);
        move(event);
    }

    _draw() {
        const bins = /** @type {import('../time/bins.js').Bins} */ (this.bins), {stage} = this, t = stage.words.table;
        const days = bins.last - bins.first + 1, counts = new Float64Array(bins.count), over = new Float64Array(bins.count);
        let undated = 0, long = 0;
        for (const {starts, ends, shown} of this._spans(this.asOf)) {
            const told = addCounts(bins, starts, ends, shown, counts, over);
            undated += told.undated;
            long += told.long;
        }
        const top = Math.max(...counts), most = Math.max(1, top), room = top ? (long ? BARS : 100) : 0, gap = Math.min(bins.size * 0.08, days * 0.0015);
        const from = stage.state.get('time')?.from ?? bins.first, to = (this.asOf ? stage.state.get('asOf') : stage.state.get('time')?.to) ?? bins.last;
        const bars = [...counts].map((count, bin) => {
            const x = bin * bins.size, width = Math.min(bins.size, days - x), height = count ? Math.max(3, room * count / most) : 0;
            const within = bins.first + x <= to && bins.first + x + width - 1 >= from;
            return svg('rect', {x: x + gap, y: room - height, width: width - 2 * gap, height, class: within ? 'mapper-bar' : 'mapper-bar mapper-bar-out'});
        });
        const longest = Math.max(1, ...over), strips = [...over].map((count, bin) => {
            const x = bin * bins.size, height = (100 - room - 4) * (room ? Number(count > 0) : count / longest);
            const strip = svg('rect', {x, y: room ? room + 4 : 100 - height, width: Math.min(bins.size, days - x), height, class: 'mapper-long'});
            if (room) strip.style.fillOpacity = String(0.45 + 0.55 * count / longest);
            return strip;
        });
        const chart = /** @type {SVGElement} */ (this.chart);
        chart.setAttribute('viewBox', `0 0 ${days} 100`);
        const shade = svg('rect', {x: from - bins.first, y: 0, width: to - from + 1, height: 100, class: 'mapper-window'});
        chart.replaceChildren(svg('rect', {x: 0, y: 0, width: days, height: 100, class: 'mapper-ground'}), shade, ...bars, ...strips);
        /** @type {HTMLElement} */ (this.undated).replaceChildren(...[
            long ? (room ? t.longBand : t.longOnly)(stage.words.number(long)) : '',
            undated ? (this.asOf ? t.unpublishedBar : t.undatedBar)(stage.words.number(undated)) : ''
        ].filter(Boolean).map(words => h('span', {}, words)));
    }

    _ticks() {
        const {first, last} = /** @type {import('../time/bins.js').Bins} */ (this.bins), {words} = this.stage;
        const days = first === last ? [first] : last - first < 4 ? [first, last] : [first, Math.round((first + last) / 2), last];
        return days.map(day => h('span', {}, words.shortDay(day)));
    }
}

/**
 * Rows of a layer that stand in no bar: nobody said when.
 * @param {import('../payload.js').Table} table
 * @param {ArrayLike<number>} shown
 */
export function undatedRows(table, shown) {
    if (!table.has('period_start')) return 0;
    const starts = table.array('period_start'), ends = table.array('period_end');
    let count = 0;
    for (let row = 0; row < table.rows; row++) if (shown[row] && starts[row] === NONE && ends[row] === NONE) count++;
    return count;
}
