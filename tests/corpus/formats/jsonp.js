/* from the server */ callback({"type":"FeatureCollection","features":[]});
