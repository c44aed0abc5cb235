// What esbuild turns into text, and what Leaflet's types leave out.
declare module '*.css';
declare module '*.png' {
    const url: string;
    export default url;
}
