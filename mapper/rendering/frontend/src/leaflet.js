// Leaflet as the one global L of the page, with its icons inlined.
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import iconUrl from 'leaflet/dist/images/marker-icon.png';
import iconRetinaUrl from 'leaflet/dist/images/marker-icon-2x.png';
import shadowUrl from 'leaflet/dist/images/marker-shadow.png';

// Leaflet guesses the folder of its icons from its style sheet; inlined images have no folder.
delete /** @type {any} */ (L.Icon.Default.prototype)._getIconUrl;
L.Icon.Default.mergeOptions({iconUrl, iconRetinaUrl, shadowUrl});

// For those who ask for less motion the map is at once where it is told to go.
if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const {panBy} = L.Map.prototype;
    L.Map.mergeOptions({zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false});
    L.Map.include({
        /**
         * @this {L.Map}
         * @param {L.PointExpression} offset
         */
        panBy(offset) {
            return panBy.call(this, offset, {animate: false});
        }
    });
}

/** @type {any} */ (globalThis).L = L;
