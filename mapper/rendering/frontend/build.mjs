// Bundles src/ into ../static/: leaflet.{js,css} for our own map, mapper.{js,css} for any Folium map, and what only some
// pages need: minimap.{js,css}, vector-tiles.js.
import {build} from 'esbuild';

// Folium's scripts share one global L. Whoever brings it (our map inlines it, Folium's loads it), we use that one.
const globalLeaflet = {
    name: 'global-leaflet',
    setup(setup) {
        setup.onResolve({filter: /^leaflet$/}, ({importer}) =>
            (importer.endsWith('leaflet.js') && importer.includes('src') ? undefined : {path: 'L', namespace: 'global'}));
        setup.onLoad({filter: /.*/, namespace: 'global'}, () => ({contents: 'module.exports = globalThis.L;'}));
    }
};

await build({
    entryPoints: {leaflet: 'src/leaflet.js', mapper: 'src/index.js', minimap: 'src/minimap.js', 'vector-tiles': 'src/vector-tiles.js'},
    outdir: '../static',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    mainFields: ['main'], // Leaflet's UMD build: one object that Folium's plugins may extend
    loader: {'.png': 'dataurl', '.svg': 'dataurl'}, // no file beside the style sheet
    legalComments: 'eof', // keep the licences
    charset: 'utf8',
    plugins: [globalLeaflet],
    logLevel: 'warning'
});
