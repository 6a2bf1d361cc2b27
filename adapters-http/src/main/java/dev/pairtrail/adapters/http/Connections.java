package dev.pairtrail.adapters.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The connections below the requests. */
final class Connections {
  private Connections() {}

  /**
   * Cuts the connection, which is the only way to tell a client that the answer it is reading ends
   * too early.
   */
  static void abort(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
