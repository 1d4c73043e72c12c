package org.example.struts.actions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prototype-scoped action, properties are filled from the request. */
public class UploadAction implements Action {

    private final List<String> fieldErrors = new ArrayList<>();
    private final Map<String, Integer> fileSizes = new HashMap<>();
    private int uploaded;
    private long bytes;
    private String description;
    private HttpServletRequest request;

    public void setDescription(String description) {
        this.description = description;
    }

    @Override
    public void setServletRequest(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public String execute() {
        if (description == null) {
            fieldErrors.add("description.required");
        }
        for (String name : request.getParameterMap().keySet()) {
            if (!name.startsWith("file.")) {
                continue;
            }
            String v = request.getParameter(name);
            Integer old = fileSizes.get(name);
            fileSizes.put(name, old == null ? v.length() : old + v.length());
            uploaded++;
            bytes += v.length();
        }
        return fieldErrors.isEmpty() ? "success" : "input";
    }

    @Override
    public String toString() {
        return uploaded + " files, " + bytes + " bytes " + fileSizes;
    }
}
