/** The questions and the contents of reports. */
@NullMarked
package io.calllog.application.analytics.view;

import org.jspecify.annotations.NullMarked;
