export default {"type":"FeatureCollection","features":[]};
