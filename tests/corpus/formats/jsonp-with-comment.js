/**/ callback({"type":"FeatureCollection","features":[]});
