// Folium's MiniMap asks the network for this plugin; our map brings it along.
import 'leaflet-minimap/dist/Control.MiniMap.min.js';
import 'leaflet-minimap/dist/Control.MiniMap.min.css';
