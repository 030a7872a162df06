// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Freehold.Style

/// The outline of the house.
Canvas {
    id: shape

    required property int roof
    readonly property color edge: Tokens.edge
    readonly property color surface: Tokens.surface

    Accessible.ignored: true
    onEdgeChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        const bottom = height - 1.5;
        const right = width - 12;
        pen.reset();
        pen.lineWidth = Tokens.wire;
        pen.lineJoin = "round";
        pen.lineCap = "round";
        pen.strokeStyle = edge;
        pen.fillStyle = surface;
        pen.beginPath();
        pen.rect(width * 0.82, 8, 30, roof * 0.82);
        pen.fill();
        pen.stroke();
        pen.beginPath();
        pen.moveTo(12, roof - 2);
        pen.lineTo(12, bottom - 8);
        pen.quadraticCurveTo(12, bottom, 20, bottom);
        pen.lineTo(right - 8, bottom);
        pen.quadraticCurveTo(right, bottom, right, bottom - 8);
        pen.lineTo(right, roof - 2);
        pen.lineTo(width / 2, 2);
        pen.closePath();
        pen.fill();
        pen.beginPath();
        pen.moveTo(12, roof - 2);
        pen.lineTo(12, bottom - 8);
        pen.quadraticCurveTo(12, bottom, 20, bottom);
        pen.lineTo(right - 8, bottom);
        pen.quadraticCurveTo(right, bottom, right, bottom - 8);
        pen.lineTo(right, roof - 2);
        pen.stroke();
        pen.beginPath();
        pen.moveTo(2, roof);
        pen.lineTo(width / 2, 2);
        pen.lineTo(width - 2, roof);
        pen.stroke();
    }
}
